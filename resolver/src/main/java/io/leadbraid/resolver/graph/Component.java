package io.leadbraid.resolver.graph;

import io.leadbraid.model.Identifier;
import io.leadbraid.model.SourceId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Sources that identifiers connect, directly or over others, whether or not a rule forbids the link. No rule can matter
 * to anything outside, so a component is solved alone.
 */
public record Component(ComponentId id, Map<SourceId, KnownSource> sources) {

    public static Component of(ComponentId id, Collection<KnownSource> sources) {
        return new Component(id, sources.stream().collect(Collectors.toMap(KnownSource::id, Function.identity())));
    }

    static Component foundedBy(SourceId source) {
        return new Component(new ComponentId(source), Map.of());
    }

    /** All but notes. */
    Collection<KnownSource> people() {
        return sources.values().stream().filter(source -> !source.isNote()).toList();
    }

    /** Puts each source into one group with all that it is connected to. */
    static List<Map<SourceId, KnownSource>> connected(Collection<KnownSource> sources, GraphPolicy policy) {
        Map<Identifier, List<KnownSource>> byIdentifier = new HashMap<>();
        sources.forEach(source -> source.identifiers(policy)
                .forEach(identifier -> byIdentifier
                        .computeIfAbsent(identifier, none -> new ArrayList<>())
                        .add(source)));
        Map<SourceId, KnownSource> unreached =
                sources.stream().collect(Collectors.toMap(KnownSource::id, Function.identity()));
        List<Map<SourceId, KnownSource>> groups = new ArrayList<>();
        while (!unreached.isEmpty()) {
            groups.add(reach(unreached, byIdentifier, policy));
        }
        return groups;
    }

    private static Map<SourceId, KnownSource> reach(
            Map<SourceId, KnownSource> unreached, Map<Identifier, List<KnownSource>> byIdentifier, GraphPolicy policy) {
        Map<SourceId, KnownSource> reached = new HashMap<>();
        Deque<KnownSource> open = new ArrayDeque<>();
        open.add(unreached.values().iterator().next());
        while (!open.isEmpty()) {
            KnownSource source = open.remove();
            if (unreached.remove(source.id()) != null) {
                reached.put(source.id(), source);
                source.identifiers(policy).stream()
                        .map(byIdentifier::remove)
                        .filter(holders -> holders != null)
                        .forEach(open::addAll);
            }
        }
        return reached;
    }
}
