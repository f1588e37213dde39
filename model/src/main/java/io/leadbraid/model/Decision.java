package io.leadbraid.model;

import java.time.Instant;
import java.util.List;

/**
 * What somebody decided, as a register: of all turns of one decision the one with the highest number counts, in whatever
 * order they become known. What is decided stays the same in all turns; they only switch it on or off.
 *
 * @param seq numbers the turns of all decisions of a workspace, without a gap
 * @param earlier the numbers of its earlier turns, as compaction may have taken them away
 * @param on whether it is in force from this turn on
 * @param at when it was first decided
 */
public record Decision(
        int schemaVersion,
        WorkspaceId workspace,
        DecisionId id,
        long seq,
        List<Long> earlier,
        boolean on,
        Instant at,
        Ruling ruling) {

    public static final int SCHEMA = 1;

    public Decision {
        if (seq < 1) {
            throw new IllegalArgumentException("decisions are numbered from 1");
        }
        earlier = List.copyOf(earlier);
    }

    public DecisionKey key() {
        return new DecisionKey(workspace, id);
    }
}
