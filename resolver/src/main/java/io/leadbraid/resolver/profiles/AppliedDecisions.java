package io.leadbraid.resolver.profiles;

import io.leadbraid.model.Decision;
import io.leadbraid.model.SourceId;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which turns of a workspace's decisions have been applied, in whatever order they came.
 *
 * @param upTo this one and all before it
 * @param beyond those after a gap, with the sources that they name
 */
record AppliedDecisions(long upTo, SortedMap<Long, Set<SourceId>> beyond) {

    static final AppliedDecisions NONE = new AppliedDecisions(0, new TreeMap<>());

    /** With this turn, and with the earlier ones that it replaces. */
    AppliedDecisions with(Decision decision) {
        SortedMap<Long, Set<SourceId>> open = new TreeMap<>(beyond);
        decision.earlier().forEach(turn -> open.putIfAbsent(turn, Set.of()));
        open.put(decision.seq(), decision.ruling().named());
        open.headMap(upTo + 1).clear();
        long last = upTo;
        while (open.containsKey(last + 1)) {
            last++;
            open.remove(last);
        }
        return new AppliedDecisions(last, open);
    }

    /** Whom decisions name that were beyond a gap before, and are not any more. */
    Set<SourceId> caughtUpSince(AppliedDecisions before) {
        Set<SourceId> sources = new HashSet<>();
        for (Map.Entry<Long, Set<SourceId>> turn :
                before.beyond.headMap(upTo + 1).entrySet()) {
            sources.addAll(turn.getValue());
        }
        return sources;
    }
}
