package io.leadbraid.merger.leads;

import io.leadbraid.access.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** A place in a list that is ordered by time and, within a moment, by a tie-breaker. Opaque to those who carry it. */
public record Cursor(Instant at, String tie) {

    /** Before everything, for ascending lists. PostgreSQL's time begins later than Java's. */
    public static final Cursor BEFORE_ALL = new Cursor(Instant.parse("0001-01-01T00:00:00Z"), "");

    /** After everything, for descending lists. */
    public static final Cursor AFTER_ALL = new Cursor(Instant.parse("9999-12-31T23:59:59Z"), "");

    /** @throws ProblemException 422 when nobody gave out this cursor */
    public static Cursor parse(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int space = plain.indexOf(' ');
            if (plain.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("no list gives out such a character");
            }
            return new Cursor(Instant.parse(plain.substring(0, Math.max(space, 0))), plain.substring(space + 1));
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw ProblemException.invalid("cursor", "is not one that a list gave as nextCursor");
        }
    }

    /** The tie-breaker of a list that counts. @throws ProblemException 422 when it is none */
    public long number() {
        try {
            return tie.isEmpty() ? 0 : Long.parseLong(tie);
        } catch (NumberFormatException unreadable) {
            throw ProblemException.invalid("cursor", "is not one that this list gave as nextCursor");
        }
    }

    @Override
    public String toString() {
        byte[] plain = (at + " " + tie).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }
}
