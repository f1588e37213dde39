package io.leadbraid.resolver.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The words of a display name.
 *
 * @param bare nothing but words: no digits, no signs of a nickname, an address or two people
 */
record Wording(List<Word> words, boolean bare) {

    /** In UTF-16 units; what is longer is no name. The same as at ingestion. */
    static final int MOST = 200;

    private static final int MOST_WORDS = 7;

    private static final Wording NONE = new Wording(List.of(), false);

    private static final String OPENING = "([{«“„";
    private static final String CLOSING = ")]}»”“";
    private static final String APOSTROPHES = "'’ʼ`´ʹ′";
    private static final String SIGNS = "@#&+/|=<>_%$€₽^{}";
    private static final Set<String> JOINING = Set.of("и", "й", "та", "and", "und", "et", "y", "n");

    static Wording of(String text) {
        if (text.length() > MOST) {
            return NONE;
        }
        String folded = Letters.folded(text);
        String outside = withoutAsides(folded);
        boolean onlyAsides = outside.codePoints().noneMatch(Character::isLetter);
        return new Splitting(onlyAsides ? folded : outside).wording(!onlyAsides || outside.equals(folded));
    }

    /** Without what stands in brackets or quotation marks. */
    private static String withoutAsides(String text) {
        StringBuilder outside = new StringBuilder(text.length());
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '"') {
                quoted = !quoted && text.indexOf('"', i + 1) >= 0;
                outside.append(' ');
            } else if (CLOSING.indexOf(letter) >= 0 && depth > 0) {
                depth--;
            } else if (OPENING.indexOf(letter) >= 0) {
                depth++;
                outside.append(' ');
            } else if (depth == 0 && !quoted) {
                outside.append(letter);
            }
        }
        return outside.toString();
    }

    /** One pass over the letters. */
    private static final class Splitting {

        private final String text;
        private final List<Word> words = new ArrayList<>();
        private final StringBuilder word = new StringBuilder();
        private boolean bare = true;
        private boolean numbered;

        Splitting(String text) {
            this.text = text;
        }

        Wording wording(boolean outside) {
            for (int i = 0; i < text.length(); ) {
                int letter = text.codePointAt(i);
                i += Character.charCount(letter);
                take(letter, i < text.length() ? text.charAt(i) : ' ');
            }
            end();
            for (int i = 1; i + 1 < words.size(); i++) {
                bare &= !JOINING.contains(words.get(i).plain());
            }
            return words.size() > MOST_WORDS ? NONE : new Wording(List.copyOf(words), bare && outside);
        }

        private void take(int letter, char next) {
            if (Character.isLetter(letter)) {
                if (!word.isEmpty() && Letters.isHan(letter) != Letters.isHan(word.codePointAt(0))) {
                    end();
                }
                word.appendCodePoint(letter);
            } else if (Character.isDigit(letter)) {
                numbered = true;
                bare = false;
            } else if (APOSTROPHES.indexOf(letter) >= 0) {
                boolean possessive = !word.isEmpty() && next == 's' && Letters.isLatin(word.charAt(0));
                bare &= !possessive;
            } else if (Character.getType(letter) != Character.NON_SPACING_MARK) {
                bare &= SIGNS.indexOf(letter) < 0;
                end();
            }
        }

        private void end() {
            if (!word.isEmpty() && !numbered) {
                words.add(Word.of(word.toString()));
            }
            word.setLength(0);
            numbered = false;
        }
    }
}
