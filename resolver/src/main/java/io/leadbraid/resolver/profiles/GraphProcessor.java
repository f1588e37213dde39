package io.leadbraid.resolver.profiles;

import io.leadbraid.model.ProfileKey;
import io.leadbraid.model.ProfileSnapshot;
import io.leadbraid.resolver.graph.Graph;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** Whatever changes the graph, and tells of the profiles that are changed. */
abstract class GraphProcessor<K, V> extends ContextualProcessor<K, V, ProfileKey, ProfileSnapshot> {

    final Graph graph;
    private final long epoch;

    @SuppressWarnings("NullAway.Init") // Kafka calls init before process
    Telling telling;

    GraphProcessor(Drawing drawing) {
        this.graph = new Graph(drawing.policy());
        this.epoch = drawing.epoch();
    }

    @Override
    public final void init(ProcessorContext<ProfileKey, ProfileSnapshot> context) {
        super.init(context);
        telling = new Telling(context, GraphStores.of(context), epoch);
    }
}
