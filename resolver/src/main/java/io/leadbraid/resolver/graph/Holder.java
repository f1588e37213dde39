package io.leadbraid.resolver.graph;

import io.leadbraid.model.Sightings;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.Trust;

/** A source that holds an identifier. */
record Holder(KnownSource source, Sightings sightings) {

    SourceId id() {
        return source.id();
    }

    boolean gotItAsAlias() {
        return sightings.first().isAlias();
    }

    boolean isVerified() {
        return sightings.trust().atLeast(Trust.VERIFIED);
    }
}
