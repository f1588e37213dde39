package io.leadbraid.resolver.graph;

import io.leadbraid.model.Identifier;
import java.util.Set;

/**
 * Values that people type where they do not want to give their own. Stated, they say nothing about anyone; whoever a
 * platform knows by one has it.
 *
 * @param own the workspace's, beyond the usual ones
 */
public record BlockedValues(Set<Identifier> own) {

    public static final BlockedValues USUAL = new BlockedValues(Set.of());

    /** Eight equal digits in a row do occur in numbers that people have chosen, at a price. */
    private static final int FEWEST_EQUAL_DIGITS = 9;

    private static final int FEWEST_EQUAL_LETTERS = 3;
    private static final String DIGITS = "1234567890";

    private static final Set<String> NOTHING = Set.of(
            "-",
            "n/a",
            "na",
            "no",
            "none",
            "nothing",
            "null",
            "test",
            "testing",
            "anonymous",
            "username",
            "noreply",
            "no-reply",
            "nomail",
            "noemail",
            "asd",
            "asdf",
            "qwe",
            "qwerty",
            "abc");
    private static final Set<String> TYPED_IN_A_ROW = Set.of("123", "1234", "12345", "123456", "1234567");

    public BlockedValues {
        own = Set.copyOf(own);
    }

    boolean contains(Identifier identifier) {
        return isUsual(identifier) || own.contains(identifier);
    }

    private static boolean isUsual(Identifier identifier) {
        String value = identifier.value();
        return switch (identifier.kind()) {
            case PHONE -> equalAtTheEnd(value) >= FEWEST_EQUAL_DIGITS || value.endsWith(DIGITS);
            case EMAIL -> isMadeUp(value.substring(0, Math.max(0, value.indexOf('@'))));
            case NICKNAME -> NOTHING.contains(value);
            case KEY -> NOTHING.contains(value) || isZero(value);
            case MERGE, CONTACT, ID -> false;
        };
    }

    private static boolean isMadeUp(String mailbox) {
        return NOTHING.contains(mailbox)
                || TYPED_IN_A_ROW.contains(mailbox)
                || (mailbox.length() >= FEWEST_EQUAL_LETTERS && equalAtTheEnd(mailbox) == mailbox.length());
    }

    private static boolean isZero(String key) {
        return key.charAt(0) == '0' && equalAtTheEnd(key) == key.length();
    }

    private static int equalAtTheEnd(String text) {
        int equal = 0;
        while (equal < text.length() && text.charAt(text.length() - 1 - equal) == text.charAt(text.length() - 1)) {
            equal++;
        }
        return equal;
    }
}
