package io.leadbraid.resolver.graph;

import io.leadbraid.model.Decision;
import io.leadbraid.model.ProfileSnapshot.Held;
import io.leadbraid.model.SourceId;

/** One piece of news of a history. */
sealed interface Line {

    record Seen(SourceId source, Held held) implements Line {}

    record Decided(Decision decision) implements Line {}

    default Change tell(Graph graph, GraphState state) {
        return switch (this) {
            case Seen(SourceId source, Held held) -> graph.add(state, source, held);
            case Decided(Decision decision) -> graph.apply(state, decision);
        };
    }
}
