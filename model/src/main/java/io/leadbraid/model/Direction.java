package io.leadbraid.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Seen from the company: {@code IN} is written by the client, {@code OUT} by us. */
public enum Direction {
    IN,
    OUT;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static Direction ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
