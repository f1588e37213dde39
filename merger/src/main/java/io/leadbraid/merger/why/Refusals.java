package io.leadbraid.merger.why;

import io.leadbraid.model.ProfileSnapshot;
import io.leadbraid.model.ProfileSnapshot.Member;
import io.leadbraid.model.ProfileSnapshot.RefusedLink;
import io.leadbraid.model.SourceId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What profiles tell of links that rules forbid. */
final class Refusals {

    private final Collection<ProfileSnapshot> profiles;
    private final Holdings holdings;

    Refusals(Collection<ProfileSnapshot> profiles, Holdings holdings) {
        this.profiles = profiles;
        this.holdings = holdings;
    }

    /** The strongest link that is forbidden between these sources, else between any two of their profiles. */
    Optional<Refusal> between(Set<SourceId> ours, Set<SourceId> theirs) {
        Set<SourceId> allOurs = withProfiles(ours);
        Set<SourceId> allTheirs = withProfiles(theirs);
        return profiles.stream()
                .flatMap(profile -> profile.refused().stream())
                .flatMap(refused -> between(allOurs, allTheirs, refused))
                .min(Comparator.<Refusal, Boolean>comparing(
                                refusal -> !(ours.contains(refusal.link().from())
                                        && theirs.contains(refusal.link().to())))
                        .thenComparing(Refusal::link)
                        .thenComparing(Refusal::rule));
    }

    private Set<SourceId> withProfiles(Set<SourceId> sources) {
        Set<SourceId> all = new HashSet<>(sources);
        profiles.stream()
                .map(ProfileSnapshot::members)
                .filter(members -> members.stream().map(Member::source).anyMatch(sources::contains))
                .forEach(members -> members.forEach(member -> all.add(member.source())));
        return all;
    }

    private Stream<Refusal> between(Set<SourceId> ours, Set<SourceId> theirs, RefusedLink refused) {
        return Stream.of(refused.from(), refused.to())
                .distinct()
                .flatMap(end -> Stream.concat(
                        ours.contains(end) ? across(Set.of(end), others(theirs, end, refused), refused) : Stream.of(),
                        theirs.contains(end) ? across(others(ours, end, refused), Set.of(end), refused) : Stream.of()));
    }

    /** Where it leads: to the other end, or, when the identifier links nothing at this end, to whoever holds it. */
    private static Collection<SourceId> others(Set<SourceId> sources, SourceId end, RefusedLink refused) {
        boolean toNobody = refused.from().equals(refused.to());
        SourceId other = refused.from().equals(end) ? refused.to() : refused.from();
        return sources.stream()
                .filter(source -> toNobody ? !source.equals(end) : source.equals(other))
                .collect(Collectors.toSet());
    }

    private Stream<Refusal> across(Collection<SourceId> ours, Collection<SourceId> theirs, RefusedLink refused) {
        return ours.stream()
                .flatMap(one ->
                        theirs.stream().flatMap(other -> holdings.link(one, other, refused.identifier()).stream()))
                .map(link -> new Refusal(link, refused.rule()));
    }
}
