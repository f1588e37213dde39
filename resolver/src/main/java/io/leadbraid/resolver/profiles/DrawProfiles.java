package io.leadbraid.resolver.profiles;

import io.leadbraid.model.Evidence;
import io.leadbraid.model.EvidenceKey;
import io.leadbraid.model.ProfileKey;
import io.leadbraid.model.ProfileSnapshot;
import io.leadbraid.model.ProfileSnapshot.Held;
import io.leadbraid.model.WorkspaceId;
import io.leadbraid.resolver.graph.Change;
import io.leadbraid.resolver.graph.Graph;
import io.leadbraid.resolver.graph.GraphPolicy;
import io.leadbraid.resolver.graph.Profile;
import java.util.Set;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/** Adds evidence to its workspace's graph, and tells of every profile that it changes. */
public final class DrawProfiles implements ProcessorSupplier<EvidenceKey, Evidence, ProfileKey, ProfileSnapshot> {

    /** Every workspace has the rules out of the box, and nobody has decided anything. */
    private static final long RULES = 0;

    private static final long DECISION = 0;

    private final GraphPolicy policy;
    private final long epoch;

    /** @param epoch to be raised with each rebuild of the graph */
    public DrawProfiles(GraphPolicy policy, long epoch) {
        this.policy = policy;
        this.epoch = epoch;
    }

    @Override
    public Processor<EvidenceKey, Evidence, ProfileKey, ProfileSnapshot> get() {
        return new Drawing(new Graph(policy), epoch);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return GraphStores.builders();
    }

    private static final class Drawing extends ContextualProcessor<EvidenceKey, Evidence, ProfileKey, ProfileSnapshot> {

        private final Graph graph;
        private final long epoch;

        @SuppressWarnings("NullAway.Init") // Kafka calls init before process
        private GraphStores stores;

        private Drawing(Graph graph, long epoch) {
            this.graph = graph;
            this.epoch = epoch;
        }

        @Override
        public void init(ProcessorContext<ProfileKey, ProfileSnapshot> context) {
            super.init(context);
            stores = GraphStores.of(context);
        }

        @Override
        public void process(Record<EvidenceKey, Evidence> record) {
            Evidence news = record.value();
            WorkspaceId workspace = news.workspace();
            Change change = graph.add(
                    new StoredGraph(workspace, stores), news.source(), new Held(news.fact(), news.sightings()));
            change.profiles().stream()
                    .map(profile -> snapshot(workspace, profile))
                    .forEach(snapshot -> forward(record, snapshot.key(), snapshot));
            change.ceased().forEach(profile -> forward(record, new ProfileKey(workspace, profile), null));
        }

        private ProfileSnapshot snapshot(WorkspaceId workspace, Profile profile) {
            return new ProfileSnapshot(
                    ProfileSnapshot.SCHEMA,
                    workspace,
                    profile.id(),
                    epoch,
                    stores.nextVersion(workspace),
                    RULES,
                    DECISION,
                    profile.members(),
                    profile.refused());
        }

        @SuppressWarnings("NullAway") // Kafka's own null: a tombstone
        private void forward(Record<?, ?> cause, ProfileKey key, @Nullable ProfileSnapshot snapshot) {
            context().forward(cause.withKey(key).withValue(snapshot));
        }
    }
}
