package io.leadbraid.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One cluster of the identity graph. Internal: people see leads. */
public record ProfileId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ProfileId {}

    @Override
    public String toString() {
        return value;
    }
}
