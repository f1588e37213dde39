package io.leadbraid.access;

/** Who did something, as audit keeps it. */
public record Actor(Kind kind, String id) {

    /** The product itself: automatic merges and other work that nobody ordered. */
    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, "system");

    public enum Kind {
        SYSTEM,
        KEY,
        USER;

        public String label() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
