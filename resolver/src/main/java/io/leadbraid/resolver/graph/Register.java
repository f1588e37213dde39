package io.leadbraid.resolver.graph;

import io.leadbraid.model.Decision;
import io.leadbraid.model.DecisionId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a decision means for one source, by its latest turn. One that is switched off stays, so that an earlier turn which
 * comes late finds it.
 */
record Register<T>(DecisionId decision, long seq, boolean on, T says) {

    static <T> Register<T> of(Decision decision, T says) {
        return new Register<>(decision.id(), decision.seq(), decision.on(), says);
    }

    /** The same registers with this one, unless a later turn is among them. */
    static <T> List<Register<T>> with(List<Register<T>> registers, Register<T> news) {
        if (registers.stream().anyMatch(known -> known.decision.equals(news.decision) && known.seq >= news.seq)) {
            return registers;
        }
        List<Register<T>> richer = new ArrayList<>(registers);
        richer.removeIf(known -> known.decision.equals(news.decision));
        richer.add(news);
        richer.sort(Comparator.comparing(Register::decision));
        return List.copyOf(richer);
    }
}
