package io.leadbraid.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far evidence can be relied on, from the weakest to the strongest. */
public enum Trust {
    /** Found in free text: it may be anybody's. */
    MENTIONED,
    /** Typed by the person as his own. */
    STATED,
    /** The platform vouches for it. */
    VERIFIED,
    /** Somebody of the company said so. */
    ASSERTED;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static Trust ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    public boolean atLeast(Trust other) {
        return compareTo(other) >= 0;
    }
}
