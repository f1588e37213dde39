package io.leadbraid.merger.why;

import io.leadbraid.model.SourceId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A merge that has not been undone.
 *
 * @param person who made it; empty when the system did
 * @param moved the sources that it brought to its survivor
 */
public record PastMerge(Optional<String> person, Instant at, Set<SourceId> moved) {

    public PastMerge {
        moved = Set.copyOf(moved);
    }

    /** Whether the two were on different leads before it. */
    boolean movesOneOf(SourceId one, SourceId other) {
        return moved.contains(one) != moved.contains(other);
    }
}
