package io.leadbraid.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a key may do. The name in requests and tables is the constant's, in lower case with dots. */
public enum Scope {
    INBOUND_PUSH,
    INBOUND_VERIFIED,
    ACT_AS,
    LEAD_READ,
    LEAD_EDIT,
    LEAD_REPLY,
    LEAD_MERGE,
    LEAD_EXPORT,
    MERGE_APPROVE,
    MERGE_UNDO,
    SEPARATION_EDIT,
    IDENTIFIER_SHARE,
    CONTACT_BIND,
    CONTACT_MERGE,
    MATCHING_CONFIGURE,
    CHANNEL_CONFIGURE,
    USER_MANAGE,
    PERMISSION_GRANT,
    AUDIT_READ,
    PERSON_ERASE;

    private final String label;

    Scope() {
        String lower = name().toLowerCase(Locale.ROOT);
        this.label = lower.equals("act_as") ? "act-as" : lower.replace('_', '.');
    }

    public String label() {
        return label;
    }

    public static Optional<Scope> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(scope -> scope.label.equals(label))
                .findFirst();
    }
}
