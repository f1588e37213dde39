package io.leadbraid.merger.leads;

import java.util.Arrays;
import java.util.Optional;

/** The orders of lists of leads. */
public enum LeadSort {
    /** Who wrote last comes first. */
    LATEST_ACTIVITY("-lastInboundAt"),
    NEWEST("-createdAt"),
    OLDEST("createdAt");

    private final String label;

    LeadSort(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public static Optional<LeadSort> ofLabel(String label) {
        return Arrays.stream(values()).filter(sort -> sort.label.equals(label)).findFirst();
    }
}
