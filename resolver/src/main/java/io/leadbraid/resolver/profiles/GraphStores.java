package io.leadbraid.resolver.profiles;

import io.leadbraid.model.WorkspaceId;
import io.leadbraid.model.topic.JsonSerde;
import io.leadbraid.model.topic.KeySerde;
import io.leadbraid.resolver.graph.KnownSource;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The stores of a partition's graphs. Every key begins with the workspace. */
record GraphStores(
        KeyValueStore<String, String> homes,
        KeyValueStore<String, KnownSource> sources,
        KeyValueStore<String, String> holders,
        KeyValueStore<WorkspaceId, Long> versions,
        KeyValueStore<WorkspaceId, AppliedDecisions> decisions) {

    private static final String HOMES = "home-by-node";
    private static final String SOURCES = "source-by-component";
    private static final String HOLDERS = "holder-by-over-shared-identifier";
    private static final String VERSIONS = "version-by-workspace";
    private static final String DECISIONS = "applied-decisions-by-workspace";

    static GraphStores of(ProcessorContext<?, ?> context) {
        return new GraphStores(
                context.getStateStore(HOMES),
                context.getStateStore(SOURCES),
                context.getStateStore(HOLDERS),
                context.getStateStore(VERSIONS),
                context.getStateStore(DECISIONS));
    }

    static Set<StoreBuilder<?>> builders() {
        return Set.of(
                store(HOMES, Serdes.String(), Serdes.String()).withCachingDisabled(),
                store(SOURCES, Serdes.String(), new JsonSerde<>(KnownSource.class))
                        .withCachingDisabled(),
                store(HOLDERS, Serdes.String(), Serdes.String()).withCachingDisabled(),
                store(VERSIONS, new KeySerde<>(WorkspaceId::parse), Serdes.Long())
                        .withCachingEnabled(),
                store(DECISIONS, new KeySerde<>(WorkspaceId::parse), new JsonSerde<>(AppliedDecisions.class))
                        .withCachingEnabled());
    }

    private static <K, V> StoreBuilder<KeyValueStore<K, V>> store(String name, Serde<K> keys, Serde<V> values) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), keys, values);
    }

    AppliedDecisions applied(WorkspaceId workspace) {
        AppliedDecisions applied = decisions.get(workspace);
        return applied == null ? AppliedDecisions.NONE : applied;
    }

    void apply(WorkspaceId workspace, AppliedDecisions applied) {
        decisions.put(workspace, applied);
    }

    /** The number of the workspace's next snapshot, from 1. */
    long nextVersion(WorkspaceId workspace) {
        Long last = versions.get(workspace);
        long next = last == null ? 1 : last + 1;
        versions.put(workspace, next);
        return next;
    }
}
