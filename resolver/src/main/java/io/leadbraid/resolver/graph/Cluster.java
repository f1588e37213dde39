package io.leadbraid.resolver.graph;

import io.leadbraid.model.DecisionId;
import io.leadbraid.model.ProfileId;
import io.leadbraid.model.SourceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sources that are joined so far: at least one. It grows while a component is solved, and lives no longer. */
final class Cluster {

    private final List<KnownSource> sources;
    private final Map<DecisionId, Integer> sides = new HashMap<>();

    Cluster(Collection<KnownSource> sources) {
        this.sources = new ArrayList<>(sources);
        sources.forEach(source -> sides.putAll(source.sides()));
    }

    void absorb(Cluster other) {
        sources.addAll(other.sources);
        sides.putAll(other.sides);
    }

    int size() {
        return sources.size();
    }

    List<KnownSource> sources() {
        return List.copyOf(sources);
    }

    /** Whether somebody said of a source of each that they are different people. */
    boolean isSeparatedFrom(Cluster other) {
        return sides.entrySet().stream()
                .anyMatch(side -> other.sides.containsKey(side.getKey())
                        && !side.getValue().equals(other.sides.get(side.getKey())));
    }

    /** The same sources are the same profile, whoever came first. */
    ProfileId profile() {
        SourceId least =
                sources.stream().map(KnownSource::id).min(SourceId::compareTo).orElseThrow();
        return new ProfileId(least.value());
    }
}
