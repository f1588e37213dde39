package io.leadbraid.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One inquiry that salespeople work on. */
public record LeadId(@JsonValue String value) implements Comparable<LeadId> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LeadId {}

    /** The lead that a source opens with its n-th episode, counted from 1. */
    public static LeadId of(SourceId source, int episode) {
        return new LeadId(Digest.of("lead", source.value(), Integer.toString(episode)));
    }

    @Override
    public int compareTo(LeadId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
