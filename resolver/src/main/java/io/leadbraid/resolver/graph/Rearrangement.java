package io.leadbraid.resolver.graph;

import io.leadbraid.model.Identifier;
import io.leadbraid.model.SourceId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The components that new evidence touches, as they were and as they become. Only what differs is written.
 *
 * @param settling identifiers that had no home
 * @param overSharing identifiers that link nothing, with holders to remember
 */
record Rearrangement(
        List<Component> before,
        List<Component> after,
        Set<Identifier> settling,
        Map<Identifier, Set<SourceId>> overSharing) {

    Rearrangement(List<Component> before, List<Component> after) {
        this(before, after, Set.of(), Map.of());
    }

    static Rearrangement within(Component before, Component after) {
        return new Rearrangement(List.of(before), List.of(after));
    }

    Rearrangement settling(Identifier identifier) {
        return new Rearrangement(before, after, Set.of(identifier), overSharing);
    }

    Rearrangement overSharing(Identifier identifier, Set<SourceId> holders) {
        return new Rearrangement(before, after, settling, Map.of(identifier, holders));
    }

    void write(GraphState state, GraphPolicy policy) {
        Map<SourceId, Component> homes = new HashMap<>();
        before.forEach(component -> component.sources().keySet().forEach(source -> homes.put(source, component)));
        for (Component component : after) {
            Set<Identifier> moved = new HashSet<>(settling);
            for (KnownSource source : component.sources().values()) {
                Component home = homes.get(source.id());
                if (home == null || !home.id().equals(component.id())) {
                    if (home != null) {
                        state.remove(home.id(), source.id());
                        source.identifiers(policy).forEach(moved::add);
                    }
                    state.settle(source.id(), component.id());
                    state.put(component.id(), source);
                } else if (!source.equals(home.source(source.id()))) {
                    state.put(component.id(), source);
                }
            }
            moved.forEach(identifier -> state.settle(identifier, new Home.In(component.id())));
        }
        overSharing.forEach((identifier, holders) -> {
            state.settle(identifier, new Home.OverShared());
            holders.forEach(holder -> state.addHolder(identifier, holder));
        });
    }
}
