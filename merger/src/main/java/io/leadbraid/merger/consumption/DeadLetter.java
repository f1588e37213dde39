package io.leadbraid.merger.consumption;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be worked on, by its coordinates. Its content is not shown, since it may be anybody's.
 *
 * @param error what kind of error it was
 */
public record DeadLetter(
        String id,
        String topic,
        int partition,
        long offset,
        String error,
        Instant at,
        @Nullable Instant replayedAt) {}
