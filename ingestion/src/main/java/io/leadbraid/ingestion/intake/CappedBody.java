package io.leadbraid.ingestion.intake;

import io.leadbraid.access.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/** The raw bytes of a request, but never more than a limit of them. */
public final class CappedBody {

    private CappedBody() {}

    /** @throws ProblemException 413 for a larger body, before it is read where its length was announced */
    public static byte[] read(HttpServletRequest request, DataSize limit) throws IOException {
        if (request.getContentLengthLong() > limit.toBytes()) {
            throw tooLarge(limit);
        }
        byte[] body = request.getInputStream().readNBytes(Math.toIntExact(limit.toBytes()) + 1);
        if (body.length > limit.toBytes()) {
            throw tooLarge(limit);
        }
        return body;
    }

    private static ProblemException tooLarge(DataSize limit) {
        return ProblemException.of(
                HttpStatus.CONTENT_TOO_LARGE,
                "too-large",
                "The body is larger than " + limit.toBytes() + " bytes.",
                Map.of("limit", limit.toBytes()));
    }
}
