package io.leadbraid.resolver.profiles;

import io.leadbraid.model.Decision;
import io.leadbraid.model.DecisionKey;
import io.leadbraid.model.ProfileKey;
import io.leadbraid.model.ProfileSnapshot;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.WorkspaceId;
import io.leadbraid.resolver.graph.Change;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;

/** Applies decisions to their workspace's graph, and tells of the profiles of all whom they name. */
final class ApplyDecisions implements ProcessorSupplier<DecisionKey, Decision, ProfileKey, ProfileSnapshot> {

    private final Drawing drawing;

    ApplyDecisions(Drawing drawing) {
        this.drawing = drawing;
    }

    @Override
    public Processor<DecisionKey, Decision, ProfileKey, ProfileSnapshot> get() {
        return new Applying(drawing);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return drawing.stores();
    }

    private static final class Applying extends GraphProcessor<DecisionKey, Decision> {

        private Applying(Drawing drawing) {
            super(drawing);
        }

        /** Whoever waits for a decision beyond a gap is told once the gap has closed. */
        @Override
        public void process(Record<DecisionKey, Decision> record) {
            Decision decision = record.value();
            WorkspaceId workspace = decision.workspace();
            StoredGraph stored = new StoredGraph(workspace, telling.stores());
            Change change = graph.apply(stored, decision);
            AppliedDecisions before = telling.stores().applied(workspace);
            AppliedDecisions after = before.with(decision);
            telling.stores().apply(workspace, after);
            telling.tell(record, workspace, change);
            Set<SourceId> waiting = after.caughtUpSince(before);
            if (!waiting.isEmpty()) {
                telling.tell(record, workspace, graph.profilesOf(stored, waiting));
            }
        }
    }
}
