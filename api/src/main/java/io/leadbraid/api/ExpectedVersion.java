package io.leadbraid.api;

import io.leadbraid.access.problem.ProblemException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** {@code If-Match: "<version>"}: the version that a change is meant for. */
final class ExpectedVersion {

    private static final Pattern QUOTED = Pattern.compile("(?:W/)?\"?(\\d{1,18})\"?");

    private ExpectedVersion() {}

    /** @throws ProblemException 428 where it is missing, 412 where it cannot be the version of anything */
    static long parse(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw ProblemException.of(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "version-missing",
                    "A change needs the header If-Match: \"<version>\" with the version that it is meant for.",
                    Map.of());
        }
        Matcher version = QUOTED.matcher(ifMatch.trim());
        if (!version.matches()) {
            throw ProblemException.of(
                    HttpStatus.PRECONDITION_FAILED, "stale", "If-Match is not the version of a lead.", Map.of());
        }
        return Long.parseLong(version.group(1));
    }
}
