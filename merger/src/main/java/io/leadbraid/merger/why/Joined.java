package io.leadbraid.merger.why;

import io.leadbraid.model.SourceId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Which sources have been joined so far (union-find, with paths halved). */
final class Joined {

    private final Map<SourceId, SourceId> parents = new HashMap<>();

    /** Equal for all that are joined. */
    SourceId of(SourceId source) {
        SourceId at = source;
        while (true) {
            SourceId parent = parents.getOrDefault(at, at);
            if (parent.equals(at)) {
                return at;
            }
            SourceId grandparent = parents.getOrDefault(parent, parent);
            parents.put(at, grandparent);
            at = grandparent;
        }
    }

    /** @return whether they were not joined before */
    boolean join(SourceId one, SourceId other) {
        SourceId ofOne = of(one);
        SourceId ofOther = of(other);
        parents.put(ofOne, ofOther);
        return !ofOne.equals(ofOther);
    }

    /** @param sources at least one */
    void joinAll(Collection<SourceId> sources) {
        SourceId first = sources.iterator().next();
        sources.forEach(source -> join(first, source));
    }
}
