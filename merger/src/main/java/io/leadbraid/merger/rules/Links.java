package io.leadbraid.merger.rules;

import io.leadbraid.model.Identifier;
import io.leadbraid.model.ProfileSnapshot.Held;
import io.leadbraid.model.ProfileSnapshot.Member;
import io.leadbraid.model.ProfileSnapshot.RefusedLink;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.Trust;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds again, in a snapshot, the links by which the graph has joined its sources. */
final class Links {

    private Links() {}

    private record Holder(SourceId source, Held held) {
        Trust trust() {
            return held.sightings().trust();
        }

        Instant since() {
            return held.sightings().first().at();
        }
    }

    /** An identifier that makes its source known to nobody; another source may still be known by it. */
    private record Dead(SourceId source, Identifier identifier) {}

    static List<Link> strongestFirst(Situation situation) {
        Set<Dead> dead = situation.refused().stream()
                .filter(refused -> refused.from().equals(refused.to()))
                .map(refused -> new Dead(refused.from(), refused.identifier()))
                .collect(Collectors.toSet());
        Map<Identifier, List<Holder>> holders = new TreeMap<>();
        for (Member member : situation.members()) {
            for (Held held : member.evidence()) {
                if (held.fact() instanceof Identifier identifier
                        && !dead.contains(new Dead(member.source(), identifier))) {
                    holders.computeIfAbsent(identifier, first -> new ArrayList<>())
                            .add(new Holder(member.source(), held));
                }
            }
        }
        Set<RefusedLink> refused = Set.copyOf(situation.refused());
        return holders.entrySet().stream()
                .flatMap(shared -> links(shared.getKey(), shared.getValue()))
                .filter(link -> refused.stream().noneMatch(one -> isSame(one, link)))
                .sorted()
                .toList();
    }

    private static Stream<Link> links(Identifier identifier, List<Holder> all) {
        List<Holder> holders = all.stream()
                .filter(holder -> holder.trust().atLeast(leastTrust(identifier.kind())))
                .sorted(Comparator.comparing(Holder::source))
                .toList();
        return IntStream.range(0, holders.size())
                .boxed()
                .flatMap(one -> IntStream.range(one + 1, holders.size())
                        .mapToObj(other -> link(identifier, holders.get(one), holders.get(other))));
    }

    private static Link link(Identifier identifier, Holder one, Holder other) {
        return new Link(
                one.source(),
                other.source(),
                identifier,
                Collections.min(List.of(one.trust(), other.trust())),
                Collections.max(List.of(one.since(), other.since())));
    }

    private static Trust leastTrust(Identifier.Kind kind) {
        return switch (kind) {
            case MERGE, CONTACT -> Trust.ASSERTED;
            case ID, KEY, PHONE, EMAIL, NICKNAME -> Trust.STATED;
        };
    }

    private static boolean isSame(RefusedLink refused, Link link) {
        return refused.identifier().equals(link.identifier())
                && Set.of(refused.from(), refused.to()).equals(Set.of(link.from(), link.to()));
    }
}
