package io.leadbraid.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * A normalised value that tells who somebody is. Equal identifiers are the same identifier, so every value is
 * normalised once, at the edge, before it becomes one.
 *
 * @param namespace where the value is unique ({@code telegram} for a Telegram username); empty for the whole world
 */
public record Identifier(Kind kind, String namespace, String value) implements Fact, Comparable<Identifier> {

    /** Kinds from the strongest to the weakest, which is the order in which equally trusted links are joined. */
    public enum Kind {
        MERGE(false),
        CONTACT(false),
        ID(false),
        KEY(false),
        PHONE(true),
        EMAIL(false),
        NICKNAME(true);

        private final boolean changesHands;

        Kind(boolean changesHands) {
            this.changesHands = changesHands;
        }

        /** Whether such a value can belong to somebody else later, so that the days on which it was seen matter. */
        public boolean changesHands() {
            return changesHands;
        }

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind ofLabel(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT));
        }
    }

    public Identifier {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("an identifier needs a value");
        }
    }

    /** @param e164 a number in E.164 form, with its plus */
    public static Identifier phone(String e164) {
        return new Identifier(Kind.PHONE, "", e164);
    }

    public static Identifier email(String normalised) {
        return new Identifier(Kind.EMAIL, "", normalised);
    }

    public static Identifier nickname(String channel, String normalised) {
        return new Identifier(Kind.NICKNAME, channel, normalised);
    }

    public static Identifier id(String namespace, String value) {
        return new Identifier(Kind.ID, namespace, value);
    }

    @Override
    @JsonValue
    public String canonical() {
        String label = namespace.isEmpty() ? kind.label() : kind.label() + ":" + escape(namespace);
        return label + "=" + value;
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Identifier parse(String canonical) {
        int equals = canonical.indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException("no identifier: it has no '='");
        }
        String label = canonical.substring(0, equals);
        String value = canonical.substring(equals + 1);
        int colon = label.indexOf(':');
        return colon < 0
                ? new Identifier(Kind.ofLabel(label), "", value)
                : new Identifier(Kind.ofLabel(label.substring(0, colon)), unescape(label.substring(colon + 1)), value);
    }

    private static String escape(String namespace) {
        return namespace.replace("%", "%25").replace("=", "%3D");
    }

    private static String unescape(String namespace) {
        return namespace.replace("%3D", "=").replace("%25", "%");
    }

    @Override
    public int compareTo(Identifier other) {
        return canonical().compareTo(other.canonical());
    }

    @Override
    public String toString() {
        return canonical();
    }
}
