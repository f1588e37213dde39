package io.leadbraid.resolver.graph;

import io.leadbraid.model.Identifier;
import io.leadbraid.model.ProfileSnapshot.RefusedLink;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.Trust;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Two sources that hold the same identifier; {@code one} has the lesser id. Links are ordered from the strongest to the
 * weakest, so that the order in which they came to be known does not matter.
 *
 * @param trust that of its weaker side
 * @param since when both sides had been seen
 */
record Link(Holders shared, Holder one, Holder other, Trust trust, Instant since) implements Comparable<Link> {

    /** A message from the new number may bear an earlier time than the news of the change. */
    private static final Duration AROUND_A_CHANGE = Duration.ofDays(1);

    private static final Comparator<Link> STRONGEST_FIRST = Comparator.comparing(Link::trust, Comparator.reverseOrder())
            .thenComparing(link -> link.identifier().kind())
            .thenComparing(Link::since)
            .thenComparing(link -> link.identifier().namespace())
            .thenComparing(link -> link.identifier().value())
            .thenComparing(link -> link.one().id())
            .thenComparing(link -> link.other().id());

    static Link between(Holders shared, Holder one, Holder other) {
        return new Link(
                shared,
                one,
                other,
                Collections.min(
                        List.of(one.sightings().trust(), other.sightings().trust())),
                Collections.max(List.of(
                        one.sightings().first().at(), other.sightings().first().at())));
    }

    Identifier identifier() {
        return shared.identifier();
    }

    /** Somebody of the company said so of both sides. */
    boolean isAsserted() {
        return trust.atLeast(Trust.ASSERTED);
    }

    /** Whether it hangs on what somebody typed. */
    boolean isStated() {
        return !trust.atLeast(Trust.VERIFIED);
    }

    boolean isOfNickname() {
        return identifier().kind() == Identifier.Kind.NICKNAME;
    }

    /** Whether the platform knows its sides as different users. */
    boolean joinsDifferentAccounts() {
        String platform = KnownSource.platformOf(identifier());
        List<Identifier> mine = one.source().accountsOn(platform);
        List<Identifier> theirs = other.source().accountsOn(platform);
        return !mine.isEmpty() && !theirs.isEmpty() && Collections.disjoint(mine, theirs);
    }

    /** Whether a side only states the nickname while, at that time, somebody else than the other side had it. */
    boolean passesOverTheKeeper() {
        return passesOver(shared.keeperFor(one), other) || passesOver(shared.keeperFor(other), one);
    }

    private static boolean passesOver(Optional<SourceId> keeper, Holder side) {
        return keeper.filter(source -> !source.equals(side.id())).isPresent();
    }

    /** Whether a side got the identifier by an alias event, while the other one had it long before: that is somebody else. */
    boolean takesOver() {
        return takesOver(one, other) || takesOver(other, one);
    }

    private static boolean takesOver(Holder side, Holder former) {
        return side.gotItAsAlias()
                && !former.gotItAsAlias()
                && former.sightings()
                        .first()
                        .at()
                        .plus(AROUND_A_CHANGE)
                        .isBefore(side.sightings().first().at());
    }

    RefusedLink refusedBy(Rule rule) {
        return new RefusedLink(one.id(), other.id(), identifier(), rule.name());
    }

    @Override
    public int compareTo(Link other) {
        return STRONGEST_FIRST.compare(this, other);
    }
}
