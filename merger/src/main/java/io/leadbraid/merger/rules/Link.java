package io.leadbraid.merger.rules;

import io.leadbraid.model.Identifier;
import io.leadbraid.model.Sightings;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.Trust;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * An identifier that two sources of a profile hold. The strongest link comes first.
 *
 * @param trust of the weaker side
 * @param since when both had been seen with it
 */
public record Link(SourceId from, SourceId to, Identifier identifier, Trust trust, Instant since)
        implements Comparable<Link> {

    /** By trust, then by kind, then by age. Links can be equally strong. */
    public static final Comparator<Link> BY_STRENGTH = Comparator.comparing(Link::trust, Comparator.reverseOrder())
            .thenComparing(link -> link.identifier().kind())
            .thenComparing(Link::since);

    private static final Comparator<Link> STRONGEST_FIRST = BY_STRENGTH
            .thenComparing(Link::identifier)
            .thenComparing(Link::from)
            .thenComparing(Link::to);

    /** What two sources have in common, by how each of them is known by it. */
    public static Link between(SourceId from, Sightings its, SourceId to, Sightings theirs, Identifier shared) {
        return new Link(
                from,
                to,
                shared,
                Collections.min(List.of(its.trust(), theirs.trust())),
                Collections.max(List.of(its.first().at(), theirs.first().at())));
    }

    @Override
    public int compareTo(Link other) {
        return STRONGEST_FIRST.compare(this, other);
    }

    /** Whether it hangs on what somebody typed: anyone can type somebody's number. */
    boolean isStated() {
        return !trust.atLeast(Trust.VERIFIED);
    }
}
