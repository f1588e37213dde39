package io.leadbraid.model;

/**
 * All that was seen of one fact at one source, as a mergeable value: {@link #merge} is commutative, associative and
 * idempotent, so neither order nor repeats of events can matter to anything that is built on it.
 *
 * @param trust the highest that was seen
 * @param first the earliest origin
 * @param days the days on which it was seen, for identifiers that change hands; otherwise none
 */
public record Sightings(Trust trust, Origin first, Days days) {

    public static Sightings once(Fact fact, Trust trust, Origin origin) {
        boolean dated =
                fact instanceof Identifier identifier && identifier.kind().changesHands();
        return new Sightings(trust, origin, dated ? Days.of(origin.at()) : Days.NONE);
    }

    public Sightings merge(Sightings other) {
        return new Sightings(
                trust.atLeast(other.trust) ? trust : other.trust,
                first.compareTo(other.first) <= 0 ? first : other.first,
                days.union(other.days));
    }
}
