package io.leadbraid.ingestion.normal;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Times that senders give. */
public final class Times {

    /** Clocks may run ahead by this much; what claims to come from further in the future was received now. */
    public static final Duration AHEAD = Duration.ofMinutes(5);

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private Times() {}

    /** Whether it can be true. */
    public static boolean isPlausible(Instant given, Instant receivedAt) {
        return !given.isBefore(EARLIEST) && !given.isAfter(receivedAt.plus(AHEAD));
    }

    /** RFC 3339 with an offset; empty for anything else. */
    public static Optional<Instant> read(String raw) {
        try {
            return Optional.of(
                    OffsetDateTime.parse(raw.strip().replace(' ', 'T')).toInstant());
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
