package io.leadbraid.merger.why;

import io.leadbraid.merger.rules.Link;
import io.leadbraid.model.SourceId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The best that can be said for it that sources are one person's: a chain is as strong as its weakest link. */
final class Chains {

    private final List<Link> links;
    private final Map<SourceId, List<Leg>> legs = new HashMap<>();

    Chains(Collection<Link> links) {
        this.links = links.stream().sorted().toList();
        this.links.forEach(link -> Stream.of(link.from(), link.to())
                .forEach(end ->
                        legs.computeIfAbsent(end, first -> new ArrayList<>()).add(Leg.of(end, link))));
    }

    /**
     * Of all ways from a source of the one set to a source of the other those whose weakest link is the strongest, of these the
     * shortest, and of these the one that takes the strongest link at each step. Empty when there is no way.
     *
     * @param to none of the first set
     */
    List<Leg> between(Set<SourceId> from, Set<SourceId> to) {
        Joined joined = new Joined();
        joined.joinAll(from);
        joined.joinAll(to);
        SourceId start = from.iterator().next();
        SourceId end = to.iterator().next();
        for (Link link : links) {
            if (joined.join(link.from(), link.to()) && joined.of(start).equals(joined.of(end))) {
                return shortest(from, to, link);
            }
        }
        return List.of();
    }

    private List<Leg> shortest(Set<SourceId> from, Set<SourceId> to, Link weakest) {
        Map<SourceId, Integer> distances = distances(to, weakest);
        int distance = from.stream()
                .mapToInt(source -> distances.getOrDefault(source, Integer.MAX_VALUE))
                .min()
                .orElseThrow();
        List<Leg> way = new ArrayList<>();
        Collection<SourceId> here = from;
        while (way.size() < distance) {
            int left = distance - way.size() - 1;
            Leg next = here.stream()
                    .flatMap(source -> usable(source, weakest))
                    .filter(leg -> distances.getOrDefault(leg.to(), Integer.MAX_VALUE) == left)
                    .min(Comparator.comparing(Leg::link))
                    .orElseThrow();
            way.add(next);
            here = Set.of(next.to());
        }
        return way;
    }

    private Map<SourceId, Integer> distances(Set<SourceId> to, Link weakest) {
        Map<SourceId, Integer> distances = new HashMap<>();
        to.forEach(source -> distances.put(source, 0));
        Deque<SourceId> open = new ArrayDeque<>(to);
        while (!open.isEmpty()) {
            SourceId source = open.remove();
            int next = distances.getOrDefault(source, 0) + 1;
            usable(source, weakest)
                    .filter(leg -> distances.putIfAbsent(leg.to(), next) == null)
                    .forEach(leg -> open.add(leg.to()));
        }
        return distances;
    }

    private Stream<Leg> usable(SourceId source, Link weakest) {
        return legs.getOrDefault(source, List.of()).stream()
                .filter(leg -> Link.BY_STRENGTH.compare(leg.link(), weakest) <= 0);
    }

    /**
     * The strongest links that join sources.
     *
     * @param links from the strongest on; each is needed
     * @param groups the sources, those together that links join
     */
    record Tree(List<Link> links, List<Set<SourceId>> groups) {}

    /** Over other sources only where the sources themselves have no links as strong. */
    Tree over(Set<SourceId> sources) {
        Joined joined = new Joined();
        List<Link> taken = new ArrayList<>();
        for (Link link : nearestFirst(sources)) {
            if (joined.join(link.from(), link.to())) {
                taken.add(link);
            }
        }
        Map<SourceId, Set<SourceId>> groups = new HashMap<>();
        sources.forEach(source -> groups.computeIfAbsent(joined.of(source), first -> new TreeSet<>())
                .add(source));
        Map<SourceId, Set<SourceId>> byFirst = new TreeMap<>();
        groups.values().forEach(group -> byFirst.put(group.iterator().next(), group));
        return new Tree(withoutLooseEnds(taken, sources), List.copyOf(byFirst.values()));
    }

    /** The strongest first; of those that are equally strong, those between the sources. */
    private List<Link> nearestFirst(Set<SourceId> sources) {
        return links.stream()
                .sorted(Link.BY_STRENGTH
                        .thenComparingLong(link -> Stream.of(link.from(), link.to())
                                .filter(end -> !sources.contains(end))
                                .count())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static List<Link> withoutLooseEnds(List<Link> tree, Set<SourceId> sources) {
        List<Link> kept = tree;
        while (true) {
            Set<SourceId> once = new HashSet<>();
            Set<SourceId> more = new HashSet<>(sources);
            kept.stream()
                    .flatMap(link -> Stream.of(link.from(), link.to()))
                    .filter(end -> !once.add(end))
                    .forEach(more::add);
            List<Link> fewer = kept.stream()
                    .filter(link -> more.contains(link.from()) && more.contains(link.to()))
                    .sorted()
                    .toList();
            if (fewer.size() == kept.size()) {
                return fewer;
            }
            kept = fewer;
        }
    }
}
