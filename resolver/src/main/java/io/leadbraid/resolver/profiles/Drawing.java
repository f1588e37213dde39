package io.leadbraid.resolver.profiles;

import io.leadbraid.model.Decision;
import io.leadbraid.model.DecisionKey;
import io.leadbraid.model.Evidence;
import io.leadbraid.model.EvidenceKey;
import io.leadbraid.model.ProfileKey;
import io.leadbraid.model.ProfileSnapshot;
import io.leadbraid.resolver.graph.GraphPolicy;
import java.util.Set;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Draws the graphs of a partition's workspaces. Evidence and decisions are worked on by two processors over the same
 * stores.
 *
 * @param epoch to be raised with each rebuild of the graph
 */
public record Drawing(GraphPolicy policy, long epoch, Set<StoreBuilder<?>> stores) {

    public static Drawing of(GraphPolicy policy, long epoch) {
        return new Drawing(policy, epoch, GraphStores.builders());
    }

    public ProcessorSupplier<EvidenceKey, Evidence, ProfileKey, ProfileSnapshot> ofEvidence() {
        return new DrawProfiles(this);
    }

    public ProcessorSupplier<DecisionKey, Decision, ProfileKey, ProfileSnapshot> ofDecisions() {
        return new ApplyDecisions(this);
    }
}
