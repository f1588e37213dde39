package io.leadbraid.resolver.profiles;

import io.leadbraid.model.Identifier;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.WorkspaceId;
import io.leadbraid.resolver.graph.Component;
import io.leadbraid.resolver.graph.ComponentId;
import io.leadbraid.resolver.graph.GraphState;
import io.leadbraid.resolver.graph.Home;
import io.leadbraid.resolver.graph.KnownSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueIterator;

/** One workspace's graph in the stores: a row for each source, with the rows of a component side by side. */
record StoredGraph(WorkspaceId workspace, GraphStores stores) implements GraphState {

    private static final String OVER_SHARED = "*";

    @Override
    public Optional<ComponentId> homeOf(SourceId source) {
        return Optional.ofNullable(stores.homes().get(key(source.value()))).map(StoredGraph::component);
    }

    @Override
    public Optional<Home> homeOf(Identifier identifier) {
        return Optional.ofNullable(stores.homes().get(key(identifier.canonical())))
                .map(home -> home.equals(OVER_SHARED) ? new Home.OverShared() : new Home.In(component(home)));
    }

    @Override
    public Component component(ComponentId id) {
        List<KnownSource> sources = new ArrayList<>();
        try (KeyValueIterator<String, KnownSource> rows =
                stores.sources().prefixScan(key(id + "/"), Serdes.String().serializer())) {
            rows.forEachRemaining(row -> sources.add(row.value));
        }
        return Component.of(id, sources);
    }

    @Override
    public void put(ComponentId component, KnownSource source) {
        stores.sources().put(row(component, source.id()), source);
    }

    @Override
    public void remove(ComponentId component, SourceId source) {
        stores.sources().delete(row(component, source));
    }

    @Override
    public void settle(SourceId source, ComponentId component) {
        stores.homes().put(key(source.value()), component.toString());
    }

    @Override
    public void settle(Identifier identifier, Home home) {
        String place = switch (home) {
            case Home.In(ComponentId component) -> component.toString();
            case Home.OverShared none -> OVER_SHARED;
        };
        stores.homes().put(key(identifier.canonical()), place);
    }

    @Override
    public void unsettle(Identifier identifier) {
        stores.homes().delete(key(identifier.canonical()));
    }

    @Override
    public void addHolder(Identifier overShared, SourceId source) {
        stores.holders().put(holders(overShared) + source, "");
    }

    @Override
    public void removeHolder(Identifier overShared, SourceId source) {
        stores.holders().delete(holders(overShared) + source);
    }

    @Override
    public Set<SourceId> holders(Identifier overShared, int most) {
        String prefix = holders(overShared);
        Set<SourceId> holders = new HashSet<>();
        try (KeyValueIterator<String, String> rows =
                stores.holders().prefixScan(prefix, Serdes.String().serializer())) {
            while (rows.hasNext() && holders.size() < most) {
                holders.add(new SourceId(rows.next().key.substring(prefix.length())));
            }
        }
        return holders;
    }

    private String holders(Identifier overShared) {
        return key(overShared.canonical() + "\n");
    }

    private String row(ComponentId component, SourceId source) {
        return key(component + "/" + source);
    }

    private String key(String rest) {
        return workspace + "/" + rest;
    }

    private static ComponentId component(String home) {
        return new ComponentId(new SourceId(home));
    }
}
