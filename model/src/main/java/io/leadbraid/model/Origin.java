package io.leadbraid.model;

import java.time.Instant;
import java.util.Comparator;

/**
 * Where a fact was first seen.
 *
 * @param at when the sender's platform says it was written
 * @param place the part of the event that held it, such as {@code contact}, {@code text@12} or {@code field:phone}
 */
public record Origin(EventId event, Instant at, String place) implements Comparable<Origin> {

    private static final Comparator<Origin> ORDER =
            Comparator.comparing(Origin::at).thenComparing(Origin::event).thenComparing(Origin::place);

    @Override
    public int compareTo(Origin other) {
        return ORDER.compare(this, other);
    }
}
