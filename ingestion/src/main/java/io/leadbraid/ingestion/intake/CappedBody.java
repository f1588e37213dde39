package io.leadbraid.ingestion.intake;

import io.leadbraid.access.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/** The raw bytes of a request, but never more than a limit of them. */
public final class CappedBody {

    private CappedBody() {}

    /** Empty for a larger body, without reading it where its length was announced. */
    public static Optional<byte[]> read(HttpServletRequest request, DataSize limit) throws IOException {
        if (request.getContentLengthLong() > limit.toBytes()) {
            return Optional.empty();
        }
        byte[] body = request.getInputStream().readNBytes(Math.toIntExact(limit.toBytes()) + 1);
        return body.length > limit.toBytes() ? Optional.empty() : Optional.of(body);
    }

    /** What to answer to a body that is larger. */
    public static ProblemException tooLarge(DataSize limit) {
        return ProblemException.of(
                HttpStatus.CONTENT_TOO_LARGE,
                "too-large",
                "The body is larger than " + limit.toBytes() + " bytes.",
                Map.of("limit", limit.toBytes()));
    }
}
