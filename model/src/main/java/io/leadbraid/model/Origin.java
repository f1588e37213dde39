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

    /** The place of an identifier that the platform told to be the person's from now on. */
    public static final String ALIAS = "alias";

    private static final Comparator<Origin> ORDER =
            Comparator.comparing(Origin::at).thenComparing(Origin::event).thenComparing(Origin::place);

    public boolean isAlias() {
        return place.equals(ALIAS);
    }

    @Override
    public int compareTo(Origin other) {
        return ORDER.compare(this, other);
    }
}
