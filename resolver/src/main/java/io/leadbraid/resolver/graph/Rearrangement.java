package io.leadbraid.resolver.graph;

import io.leadbraid.model.Identifier;
import io.leadbraid.model.SourceId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The components that a change touches, as they were and as they become. Only what differs is written.
 *
 * @param settling identifiers that had no home, each with one who holds it
 * @param unheld identifiers that nobody holds any more
 * @param dying identifiers that link nothing from now on
 * @param joining more holders of identifiers that link nothing
 * @param leaving holders of such identifiers that are to be forgotten
 */
record Rearrangement(
        List<Component> before,
        List<Component> after,
        Map<Identifier, SourceId> settling,
        Set<Identifier> unheld,
        Set<Identifier> dying,
        Map<Identifier, Set<SourceId>> joining,
        Map<Identifier, Set<SourceId>> leaving) {

    void write(GraphState state, GraphPolicy policy) {
        Map<SourceId, Component> homes = new HashMap<>();
        before.forEach(component -> component.sources().keySet().forEach(source -> homes.put(source, component)));
        for (Component component : after) {
            Set<Identifier> moved = new HashSet<>();
            for (KnownSource source : component.sources().values()) {
                Component home = homes.get(source.id());
                if (home == null || !home.id().equals(component.id())) {
                    if (home != null) {
                        state.remove(home.id(), source.id());
                        moved.addAll(source.identifiers(policy));
                    }
                    state.settle(source.id(), component.id());
                    state.put(component.id(), source);
                } else if (!source.equals(home.sources().get(source.id()))) {
                    state.put(component.id(), source);
                }
            }
            settling.forEach((identifier, holder) -> {
                if (component.sources().containsKey(holder)) {
                    moved.add(identifier);
                }
            });
            moved.forEach(identifier -> state.settle(identifier, new Home.In(component.id())));
        }
        unheld.forEach(state::unsettle);
        dying.forEach(identifier -> state.settle(identifier, new Home.OverShared()));
        leaving.forEach((dead, holders) -> holders.forEach(holder -> state.removeHolder(dead, holder)));
        joining.forEach((dead, holders) -> holders.forEach(holder -> state.addHolder(dead, holder)));
    }
}
