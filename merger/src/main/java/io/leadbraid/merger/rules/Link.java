package io.leadbraid.merger.rules;

import io.leadbraid.model.Identifier;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.Trust;
import java.time.Instant;
import java.util.Comparator;

/**
 * An identifier that two sources of a profile hold. The strongest link comes first.
 *
 * @param trust of the weaker side
 * @param since when both had been seen with it
 */
public record Link(SourceId from, SourceId to, Identifier identifier, Trust trust, Instant since)
        implements Comparable<Link> {

    private static final Comparator<Link> STRONGEST_FIRST = Comparator.comparing(Link::trust, Comparator.reverseOrder())
            .thenComparing(link -> link.identifier().kind())
            .thenComparing(Link::since)
            .thenComparing(Link::identifier)
            .thenComparing(Link::from)
            .thenComparing(Link::to);

    @Override
    public int compareTo(Link other) {
        return STRONGEST_FIRST.compare(this, other);
    }

    /** Whether it hangs on what somebody typed: anyone can type somebody's number. */
    boolean isStated() {
        return !trust.atLeast(Trust.VERIFIED);
    }
}
