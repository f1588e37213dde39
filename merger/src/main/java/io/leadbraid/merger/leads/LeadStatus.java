package io.leadbraid.merger.leads;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a lead stands. Only an open lead is worked on, and takes part in automatic merges. */
public enum LeadStatus {
    OPEN,
    ACCEPTED,
    DECLINED,
    CLOSED,
    /** It lives on in its survivor. */
    ABSORBED;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static LeadStatus parse(String label) {
        return ofLabel(label).orElseThrow(() -> new IllegalArgumentException("no status of a lead: " + label));
    }

    public static Optional<LeadStatus> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(status -> status.label().equals(label))
                .findFirst();
    }
}
