package io.leadbraid.app;

import io.leadbraid.servers.DataFolderInUseException;
import io.leadbraid.servers.ServerFailedException;
import java.util.Objects;
import org.springframework.boot.web.server.PortInUseException;

/** Says what went wrong without a stack trace; the log has that. */
final class Failures {

    private Failures() {}

    static String inOneSentence(Throwable failure) {
        return "leadbraid: " + sentence(failure);
    }

    /** The first line of what the deepest cause says, or of the first that speaks to people. */
    static String sentence(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !speaksToPeople(cause)) {
            cause = cause.getCause();
        }
        String message = Objects.requireNonNullElse(cause.getMessage(), cause.toString());
        return message.lines().findFirst().orElse(cause.toString());
    }

    private static boolean speaksToPeople(Throwable failure) {
        return failure instanceof StartFailedException
                || failure instanceof ServerFailedException
                || failure instanceof DataFolderInUseException
                || failure instanceof PortInUseException;
    }
}
