package io.leadbraid.resolver.graph;

import io.leadbraid.model.Identifier;
import io.leadbraid.model.SourceId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The components around a change, as they were, and all their sources as they become. Only reads. */
final class Surroundings {

    private final GraphState state;
    private final GraphPolicy policy;
    private final Map<ComponentId, Component> before = new LinkedHashMap<>();
    private final Map<SourceId, KnownSource> sources = new HashMap<>();
    private final Set<SourceId> named = new HashSet<>();
    private final Set<SourceId> changed = new HashSet<>();
    private final Map<Identifier, SourceId> settling = new HashMap<>();
    private final Set<Identifier> gained = new HashSet<>();
    private final Set<Identifier> lost = new HashSet<>();
    private final Map<Identifier, Set<SourceId>> joining = new HashMap<>();
    private final Map<Identifier, Set<SourceId>> leaving = new HashMap<>();
    private final Set<Identifier> dying = new HashSet<>();
    private boolean torn;

    Surroundings(GraphState state, GraphPolicy policy) {
        this.state = state;
        this.policy = policy;
    }

    void change(SourceId id, UnaryOperator<KnownSource> news) {
        named.add(id);
        load(id);
        KnownSource known = sources.getOrDefault(id, KnownSource.unseen(id));
        KnownSource now = news.apply(known);
        if (now.equals(known)) {
            return;
        }
        changed.add(id);
        sources.put(id, now);
        Set<Identifier> had = known.identifiers(policy);
        Set<Identifier> has = now.identifiers(policy);
        has.stream().filter(identifier -> !had.contains(identifier)).forEach(identifier -> gain(id, identifier));
        had.stream().filter(identifier -> !has.contains(identifier)).forEach(lost::add);
        now.forgotten(policy).forEach(identifier -> forget(id, identifier));
    }

    private void load(SourceId id) {
        if (sources.containsKey(id)) {
            return;
        }
        state.homeOf(id).ifPresentOrElse(this::load, () -> {
            Component fresh = Component.foundedBy(id);
            before.putIfAbsent(fresh.id(), fresh);
        });
    }

    private void load(ComponentId id) {
        if (!before.containsKey(id)) {
            Component component = state.component(id);
            before.put(id, component);
            component.sources().forEach(sources::putIfAbsent);
        }
    }

    private void gain(SourceId id, Identifier identifier) {
        Optional<Home> home = settling.containsKey(identifier) ? Optional.empty() : state.homeOf(identifier);
        if (home.isEmpty()) {
            settling.putIfAbsent(identifier, id);
            gained.add(identifier);
            return;
        }
        switch (home.get()) {
            case Home.OverShared none -> join(source(id), identifier);
            case Home.In(ComponentId place) -> {
                load(place);
                gained.add(identifier);
            }
        }
    }

    private void join(KnownSource source, Identifier dead) {
        sources.put(source.id(), source.withOverShared(dead));
        if (!source.isNote()) {
            joining.computeIfAbsent(dead, none -> new HashSet<>()).add(source.id());
        }
    }

    private void forget(SourceId id, Identifier dead) {
        sources.put(id, source(id).withoutOverShared(dead));
        if (!source(id).isNote()) {
            leaving.computeIfAbsent(dead, none -> new HashSet<>()).add(id);
        }
    }

    boolean isUnchanged() {
        return changed.isEmpty();
    }

    /** To be asked once, when everything has been changed. */
    Rearrangement rearranged() {
        List.copyOf(leaving.keySet()).forEach(this::revive);
        gained.forEach(this::bury);
        boolean whole = named.size() == 1 && !changed.isEmpty() && lost.isEmpty() && !torn;
        List<Map<SourceId, KnownSource>> parts =
                whole ? List.of(sources) : Component.connected(sources.values(), policy);
        settling.keySet().removeAll(dying);
        return new Rearrangement(
                List.copyOf(before.values()),
                parts.stream().map(this::placed).toList(),
                settling,
                unheld(),
                dying,
                joining,
                leaving);
    }

    /** An identifier links again when few enough are left who hold it. */
    private void revive(Identifier dead) {
        Set<SourceId> former = leaving.getOrDefault(dead, Set.of());
        Set<SourceId> known = state.holders(dead, policy.mostHolders() + former.size() + 1);
        Set<SourceId> rest = new HashSet<>(known);
        rest.removeAll(former);
        rest.addAll(joining.getOrDefault(dead, Set.of()));
        if (rest.size() > policy.mostHolders()) {
            return;
        }
        torn = true;
        joining.remove(dead);
        leaving.put(dead, known);
        lost.add(dead);
        rest.add(KnownSource.noteOn(dead));
        for (SourceId holder : rest) {
            load(holder);
            KnownSource again =
                    sources.getOrDefault(holder, KnownSource.unseen(holder)).withoutOverShared(dead);
            if (again.links(dead, policy)) {
                sources.put(holder, again);
                settling.put(dead, holder);
            }
        }
    }

    private void bury(Identifier identifier) {
        List<KnownSource> holders = sources.values().stream()
                .filter(source -> source.links(identifier, policy))
                .toList();
        if (holders.stream().filter(holder -> !holder.isNote()).count() > policy.mostHolders()) {
            torn = true;
            dying.add(identifier);
            holders.forEach(holder -> join(holder, identifier));
        }
    }

    private Component placed(Map<SourceId, KnownSource> part) {
        ComponentId place = before.values().stream()
                .filter(component -> part.containsKey(component.id().founder()))
                .max(Comparator.comparingInt(component -> component.sources().size()))
                .map(Component::id)
                .orElseGet(() -> new ComponentId(
                        part.keySet().stream().min(SourceId::compareTo).orElseThrow()));
        return new Component(place, part);
    }

    private Set<Identifier> unheld() {
        return lost.stream()
                .filter(identifier -> sources.values().stream().noneMatch(source -> source.links(identifier, policy)))
                .filter(identifier -> !dying.contains(identifier))
                .collect(Collectors.toSet());
    }

    private KnownSource source(SourceId id) {
        return Objects.requireNonNull(sources.get(id));
    }
}
