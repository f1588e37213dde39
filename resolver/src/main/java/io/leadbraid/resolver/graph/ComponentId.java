package io.leadbraid.resolver.graph;

import io.leadbraid.model.SourceId;

/** Where sources are kept together: the source that founded the place. It depends on history, so nobody else sees it. */
public record ComponentId(SourceId founder) {

    @Override
    public String toString() {
        return founder.toString();
    }
}
