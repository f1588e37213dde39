package io.leadbraid.merger.rules;

import io.leadbraid.model.Identifier;
import io.leadbraid.model.ProfileSnapshot.Held;
import io.leadbraid.model.ProfileSnapshot.Member;
import io.leadbraid.model.ProfileSnapshot.RefusedLink;
import io.leadbraid.model.Sightings;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.Trust;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds again, in a snapshot, the links by which the graph has joined its sources. */
public final class Links {

    private Links() {}

    private record Holder(SourceId source, Sightings sightings) {}

    /** An identifier that makes its source known to nobody; another source may still be known by it. */
    private record Dead(SourceId source, Identifier identifier) {}

    /** An identifier and two sources, in whatever order. */
    private record Ends(Identifier identifier, SourceId lesser, SourceId greater) {

        static Ends of(Identifier identifier, SourceId one, SourceId other) {
            return one.compareTo(other) <= 0 ? new Ends(identifier, one, other) : new Ends(identifier, other, one);
        }
    }

    static List<Link> strongestFirst(Situation situation) {
        return strongestFirst(situation.members(), situation.refused());
    }

    public static List<Link> strongestFirst(List<Member> members, List<RefusedLink> refused) {
        Set<Dead> dead = refused.stream()
                .filter(one -> one.from().equals(one.to()))
                .map(one -> new Dead(one.from(), one.identifier()))
                .collect(Collectors.toSet());
        Map<Identifier, List<Holder>> holders = new TreeMap<>();
        for (Member member : members) {
            for (Held held : member.evidence()) {
                if (held.fact() instanceof Identifier identifier
                        && !dead.contains(new Dead(member.source(), identifier))) {
                    holders.computeIfAbsent(identifier, first -> new ArrayList<>())
                            .add(new Holder(member.source(), held.sightings()));
                }
            }
        }
        Set<Ends> forbidden = refused.stream()
                .map(one -> Ends.of(one.identifier(), one.from(), one.to()))
                .collect(Collectors.toSet());
        return holders.entrySet().stream()
                .flatMap(shared -> links(shared.getKey(), shared.getValue()))
                .filter(link -> !forbidden.contains(Ends.of(link.identifier(), link.from(), link.to())))
                .sorted()
                .toList();
    }

    private static Stream<Link> links(Identifier identifier, List<Holder> all) {
        List<Holder> holders = all.stream()
                .filter(holder -> canLink(identifier, holder.sightings()))
                .sorted(Comparator.comparing(Holder::source))
                .toList();
        return IntStream.range(0, holders.size())
                .boxed()
                .flatMap(one -> IntStream.range(one + 1, holders.size())
                        .mapToObj(other -> link(identifier, holders.get(one), holders.get(other))));
    }

    private static Link link(Identifier identifier, Holder one, Holder other) {
        return Link.between(one.source(), one.sightings(), other.source(), other.sightings(), identifier);
    }

    /** Whether a source is so surely known by it that this may link it to others. */
    public static boolean canLink(Identifier identifier, Sightings sightings) {
        return sightings.trust().atLeast(leastTrust(identifier.kind()));
    }

    private static Trust leastTrust(Identifier.Kind kind) {
        return switch (kind) {
            case MERGE, CONTACT -> Trust.ASSERTED;
            case ID, KEY, PHONE, EMAIL, NICKNAME -> Trust.STATED;
        };
    }
}
