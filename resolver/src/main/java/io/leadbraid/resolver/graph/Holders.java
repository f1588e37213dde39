package io.leadbraid.resolver.graph;

import io.leadbraid.model.Days;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.ProfileSnapshot.RefusedLink;
import io.leadbraid.model.SourceId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All who hold one identifier, by the order of their ids.
 *
 * @param keepers to whom each claim on a nickname leads
 * @param dead by which rule nobody is known who only states it
 */
record Holders(Identifier identifier, List<Holder> all, Map<SourceId, SourceId> keepers, Optional<String> dead) {

    static List<Holders> in(Component component, GraphPolicy policy) {
        Map<Identifier, List<Holder>> found = new HashMap<>();
        component
                .sources()
                .values()
                .forEach(source -> source.linking(policy)
                        .forEach(held -> found.computeIfAbsent((Identifier) held.fact(), none -> new ArrayList<>())
                                .add(new Holder(source, held.sightings()))));
        return found.entrySet().stream()
                .filter(shared -> shared.getValue().size() > 1)
                .map(shared -> of(shared.getKey(), shared.getValue(), policy))
                .toList();
    }

    private static Holders of(Identifier identifier, List<Holder> holders, GraphPolicy policy) {
        List<Holder> all = holders.stream()
                .filter(holder -> !holder.source().isNote())
                .sorted(Comparator.comparing(Holder::id))
                .toList();
        return new Holders(
                identifier,
                all,
                identifier.kind() == Identifier.Kind.NICKNAME ? keepersIn(all) : Map.of(),
                all.size() < holders.size() ? Optional.of(Rule.SHARED) : overShared(identifier, all, policy));
    }

    private static Optional<String> overShared(Identifier identifier, List<Holder> all, GraphPolicy policy) {
        return GraphPolicy.canBeOverShared(identifier.kind())
                        && all.size() > policy.mostAccounts()
                        && Accounts.among(all) > policy.mostAccounts()
                ? Optional.of(Rule.OVER_SHARED)
                : Optional.empty();
    }

    /** For each who only states the nickname, the verified holder whose days come nearest to the days of the claim. */
    private static Map<SourceId, SourceId> keepersIn(List<Holder> all) {
        List<Holder> verified = all.stream().filter(Holder::isVerified).toList();
        return verified.isEmpty()
                ? Map.of()
                : all.stream()
                        .filter(Predicate.not(Holder::isVerified))
                        .collect(Collectors.toMap(Holder::id, claimant -> keeperAtTheTimeOf(claimant, verified)));
    }

    private static SourceId keeperAtTheTimeOf(Holder claimant, List<Holder> verified) {
        return verified.stream()
                .min(Comparator.<Holder>comparingLong(holder -> daysBetween(
                                claimant.sightings().days(), holder.sightings().days()))
                        .thenComparing(Holder::id))
                .orElseThrow()
                .id();
    }

    /** The fewest days between a day of the one and a day of the other; 0 when they have a day in common. */
    private static long daysBetween(Days one, Days other) {
        return one.runs().stream()
                .flatMapToLong(mine -> other.runs().stream()
                        .mapToLong(theirs ->
                                Math.max(0, Math.max(theirs.first() - mine.last(), mine.first() - theirs.last()))))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** Whether a rule about this very identifier may forbid some of its links. */
    boolean isDisputable() {
        return dead.isPresent()
                || RoleMailbox.is(identifier)
                || all.stream().anyMatch(Holder::gotItAsAlias)
                || (identifier.kind() == Identifier.Kind.NICKNAME
                        && all.stream().anyMatch(Holder::isVerified));
    }

    /** A refused link to itself for each source that it makes known to nobody. */
    Stream<RefusedLink> leadingNowhere() {
        return dead.stream()
                .flatMap(rule -> all.stream()
                        .filter(Predicate.not(Holder::isVerified))
                        .map(holder -> new RefusedLink(holder.id(), holder.id(), identifier, rule)));
    }

    /** To whom a claim on the nickname leads; absent when the source is verified itself, or nobody is. */
    Optional<SourceId> keeperFor(Holder claimant) {
        return Optional.ofNullable(keepers.get(claimant.id()));
    }

    Stream<Link> links() {
        List<Holder> known =
                dead.isPresent() ? all.stream().filter(Holder::isVerified).toList() : all;
        return known.stream()
                .flatMap(one -> known.stream()
                        .filter(other -> one.id().compareTo(other.id()) < 0)
                        .map(other -> Link.between(this, one, other)));
    }
}
