package io.leadbraid.ingestion.normal;

import java.text.Normalizer;

/** Text as everything behind the door can take it. */
public final class Texts {

    private static final char REPLACEMENT = '\uFFFD';

    private Texts() {}

    /**
     * The same text without what PostgreSQL and UTF-8 cannot hold: NUL and other control characters go, but for tab and
     * line feed; a half of a surrogate pair becomes U+FFFD. Nothing else changes, so places in the text stay true.
     */
    public static String storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                return cleaned(text);
            }
        }
        return text;
    }

    private static boolean isPlain(char c) {
        return c >= ' ' ? c != 0x7F && !Character.isSurrogate(c) : c == '\n' || c == '\t';
    }

    private static String cleaned(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (Character.charCount(c) == 2 || isPlain((char) c)) {
                clean.appendCodePoint(c);
            } else if (Character.isSurrogate((char) c)) {
                clean.append(REPLACEMENT);
            }
            i += Character.charCount(c);
        }
        return clean.toString();
    }

    /** On one line: composed, without invisible characters, runs of any white space as one space, trimmed. */
    public static String oneLine(String text) {
        String storable = storable(text);
        StringBuilder line = new StringBuilder(storable.length());
        storable.codePoints().forEach(c -> {
            if (isSpace(c)) {
                if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                    line.append(' ');
                }
            } else if (!isInvisible(c)) {
                line.appendCodePoint(c);
            }
        });
        return Normalizer.normalize(line, Normalizer.Form.NFC).strip();
    }

    /** The first characters, without cutting a surrogate pair. */
    public static String first(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** Joiners inside words and emoji stay: only what a paste drags along counts as invisible. */
    static boolean isInvisible(int c) {
        return c == 0xAD
                || c == 0xFEFF
                || c == 0x200B
                || c == 0x2060
                || (c >= 0x200E && c <= 0x200F)
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }
}
