package io.leadbraid.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Something that people decided, and may take back. */
public record DecisionId(@JsonValue String value) implements Comparable<DecisionId> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DecisionId {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a decision has an id");
        }
    }

    @Override
    public int compareTo(DecisionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
