package io.leadbraid.servers;

import org.jspecify.annotations.Nullable;

/** An embedded server did not start or did not stop; the message says why in words for the person at the terminal. */
public final class ServerFailedException extends RuntimeException {
    ServerFailedException(String message) {
        super(message);
    }

    ServerFailedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
