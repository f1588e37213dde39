package io.leadbraid.resolver.graph;

import io.leadbraid.model.SourceId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Which sources are joined so far: at first each is alone. */
final class Clusters {

    private final Map<SourceId, Cluster> bySource = new HashMap<>();

    Clusters(Collection<KnownSource> sources, GraphPolicy policy) {
        sources.forEach(source -> bySource.put(source.id(), new Cluster(List.of(source), policy)));
    }

    Cluster of(SourceId source) {
        return Objects.requireNonNull(bySource.get(source));
    }

    void join(Cluster one, Cluster other) {
        Cluster large = one.size() >= other.size() ? one : other;
        Cluster small = large == one ? other : one;
        large.absorb(small);
        small.sources().forEach(source -> bySource.put(source.id(), large));
    }

    Set<Cluster> all() {
        return Set.copyOf(bySource.values());
    }
}
