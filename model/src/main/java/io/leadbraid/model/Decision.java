package io.leadbraid.model;

import java.time.Instant;

/**
 * What somebody decided, as a register: of all turns of one decision the one with the highest number counts, in whatever
 * order they become known. What is decided stays the same in all turns; they only switch it on or off.
 *
 * @param seq numbers the turns of all decisions of a workspace, without a gap
 * @param on whether it is in force from this turn on
 * @param at when it was first decided
 */
public record Decision(
        int schemaVersion, WorkspaceId workspace, DecisionId id, long seq, boolean on, Instant at, Ruling ruling) {

    public static final int SCHEMA = 1;

    public Decision {
        if (seq < 1) {
            throw new IllegalArgumentException("decisions are numbered from 1");
        }
    }
}
