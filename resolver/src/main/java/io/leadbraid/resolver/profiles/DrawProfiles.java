package io.leadbraid.resolver.profiles;

import io.leadbraid.model.Evidence;
import io.leadbraid.model.EvidenceKey;
import io.leadbraid.model.ProfileKey;
import io.leadbraid.model.ProfileSnapshot;
import io.leadbraid.model.ProfileSnapshot.Held;
import io.leadbraid.model.WorkspaceId;
import io.leadbraid.resolver.graph.Change;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;

/** Adds evidence to its workspace's graph, and tells of every profile that it changes. */
final class DrawProfiles implements ProcessorSupplier<EvidenceKey, Evidence, ProfileKey, ProfileSnapshot> {

    private final Drawing drawing;

    DrawProfiles(Drawing drawing) {
        this.drawing = drawing;
    }

    @Override
    public Processor<EvidenceKey, Evidence, ProfileKey, ProfileSnapshot> get() {
        return new Adding(drawing);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return drawing.stores();
    }

    private static final class Adding extends GraphProcessor<EvidenceKey, Evidence> {

        private Adding(Drawing drawing) {
            super(drawing);
        }

        @Override
        public void process(Record<EvidenceKey, Evidence> record) {
            Evidence news = record.value();
            WorkspaceId workspace = news.workspace();
            Change change = graph.add(
                    new StoredGraph(workspace, telling.stores()),
                    news.source(),
                    new Held(news.fact(), news.sightings()));
            telling.tell(record, workspace, change);
        }
    }
}
