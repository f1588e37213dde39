package io.leadbraid.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One inbound event: the provider's own delivery where it has an id, so that a repeat is recognised. */
public record EventId(@JsonValue String value) implements Comparable<EventId> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EventId {}

    @Override
    public int compareTo(EventId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
