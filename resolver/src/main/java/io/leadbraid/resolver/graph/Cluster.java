package io.leadbraid.resolver.graph;

import io.leadbraid.model.ProfileId;
import io.leadbraid.model.SourceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Sources that are joined so far: at least one. It grows while a component is solved, and lives no longer. */
final class Cluster {

    private final List<KnownSource> sources;
    private final Persona persona = new Persona();

    Cluster(Collection<KnownSource> sources, GraphPolicy policy) {
        this.sources = new ArrayList<>(sources);
        sources.forEach(source -> persona.add(source, policy));
    }

    void absorb(Cluster other) {
        sources.addAll(other.sources);
        persona.absorb(other.persona);
    }

    int size() {
        return sources.size();
    }

    List<KnownSource> sources() {
        return List.copyOf(sources);
    }

    Persona persona() {
        return persona;
    }

    /** The same sources are the same profile, whoever came first. */
    ProfileId profile() {
        SourceId least =
                sources.stream().map(KnownSource::id).min(SourceId::compareTo).orElseThrow();
        return new ProfileId(least.value());
    }
}
