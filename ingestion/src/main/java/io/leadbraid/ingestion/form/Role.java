package io.leadbraid.ingestion.form;

import java.util.Arrays;
import java.util.Optional;

/** What a field holds. */
enum Role {
    NAME("name"),
    FIRST_NAME("firstName"),
    LAST_NAME("lastName"),
    PHONE("phone"),
    EMAIL("email"),
    TELEGRAM("telegram"),
    MESSAGE("message"),
    /** Nothing about the person, whatever it looks like. */
    IGNORE("ignore");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    static Optional<Role> ofLabel(String label) {
        return Arrays.stream(values()).filter(role -> role.label.equals(label)).findFirst();
    }

    boolean isContact() {
        return this == PHONE || this == EMAIL || this == TELEGRAM;
    }
}
