package io.leadbraid.merger.decisions;

import io.leadbraid.model.Ruling;
import io.leadbraid.model.SourceId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Groups of sources that are not the same person, as somebody has said. */
public record Separation(String id, List<List<SourceId>> groups, String reason, String actor, Instant at) {

    static Separation of(Decided decided) {
        List<Set<SourceId>> groups = decided.ruling() instanceof Ruling.Separation(var sides) ? sides : List.of();
        return new Separation(
                decided.id().value(),
                groups.stream().map(group -> group.stream().sorted().toList()).toList(),
                decided.reason(),
                decided.actor(),
                decided.at());
    }
}
