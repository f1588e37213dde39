package io.leadbraid.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A source: one person's address on one channel account, the "messenger" on the lead card. */
public record SourceId(@JsonValue String value) implements Comparable<SourceId> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SourceId {}

    /** The id is derived, never drawn, so every part of the system computes the same one. */
    public static SourceId of(WorkspaceId workspace, SourceAddress address) {
        return new SourceId(Digest.of(
                "source", workspace.toString(), address.channel(), address.account(), address.externalUserId()));
    }

    @Override
    public int compareTo(SourceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
