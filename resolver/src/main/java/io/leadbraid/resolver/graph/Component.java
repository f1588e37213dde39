package io.leadbraid.resolver.graph;

import io.leadbraid.model.Identifier;
import io.leadbraid.model.SourceId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
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

    KnownSource source(SourceId source) {
        return sources.getOrDefault(source, KnownSource.unseen(source));
    }

    Component with(KnownSource source) {
        Map<SourceId, KnownSource> changed = new HashMap<>(sources);
        changed.put(source.id(), source);
        return new Component(id, changed);
    }

    /** Both together, at the place of the larger, so that a source moves at most log n times. */
    Component union(Component other) {
        Map<SourceId, KnownSource> all = new HashMap<>(sources);
        all.putAll(other.sources);
        return new Component(sources.size() >= other.sources.size() ? id : other.id, all);
    }

    List<KnownSource> holders(Identifier identifier, GraphPolicy policy) {
        return sources.values().stream()
                .filter(source -> source.links(identifier, policy))
                .toList();
    }

    /** The same sources with an identifier that links no longer: one component, or several where it alone held them. */
    List<Component> without(Identifier overShared, GraphPolicy policy) {
        Map<SourceId, KnownSource> rest = new HashMap<>(sources);
        holders(overShared, policy).forEach(holder -> rest.put(holder.id(), holder.withOverShared(overShared)));
        return new Component(id, rest).connected(policy);
    }

    private List<Component> connected(GraphPolicy policy) {
        Map<Identifier, List<KnownSource>> byIdentifier = new HashMap<>();
        sources.values()
                .forEach(source -> source.identifiers(policy)
                        .forEach(identifier -> byIdentifier
                                .computeIfAbsent(identifier, none -> new ArrayList<>())
                                .add(source)));
        Map<SourceId, KnownSource> unreached = new HashMap<>(sources);
        List<Component> parts = new ArrayList<>();
        while (!unreached.isEmpty()) {
            parts.add(part(reach(unreached, byIdentifier, policy)));
        }
        return parts;
    }

    private static SequencedMap<SourceId, KnownSource> reach(
            Map<SourceId, KnownSource> unreached, Map<Identifier, List<KnownSource>> byIdentifier, GraphPolicy policy) {
        SequencedMap<SourceId, KnownSource> reached = new LinkedHashMap<>();
        Deque<KnownSource> open = new ArrayDeque<>();
        open.add(unreached.values().iterator().next());
        while (!open.isEmpty()) {
            KnownSource source = open.remove();
            if (unreached.remove(source.id()) != null) {
                reached.put(source.id(), source);
                source.identifiers(policy).map(byIdentifier::get).forEach(open::addAll);
            }
        }
        return reached;
    }

    private Component part(SequencedMap<SourceId, KnownSource> part) {
        boolean stays = part.containsKey(id.founder());
        return new Component(stays ? id : new ComponentId(part.firstEntry().getKey()), part);
    }
}
