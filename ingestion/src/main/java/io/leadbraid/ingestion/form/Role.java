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
    /** Whether somebody agrees to something. */
    CONSENT("consent"),
    /** People do not see it: whoever fills it in is a machine. */
    HONEYPOT("honeypot"),
    /** Nothing about the person, whatever it looks like. */
    IGNORE("ignore");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    static Optional<Role> ofLabel(String label) {
        return Arrays.stream(values()).filter(role -> role.label.equals(label)).findFirst();
    }

    /** Whether a name that speaks of this means it, whatever else it speaks of: a company's phone is a phone, its name no name. */
    boolean isCertain() {
        return this != NAME && this != FIRST_NAME && this != LAST_NAME;
    }
}
