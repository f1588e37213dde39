package io.leadbraid.resolver.names;

import java.text.Normalizer;
import java.util.Locale;

/** Letters without case, ornament and diacritics. */
final class Letters {

    /** Latin Extended Additional and all below it. */
    private static final int PLAIN_MOST = 0x2000;

    private static final char[] PLAIN = plainOnes();

    /** Cyrillic letters and the Latin ones that look the same. */
    private static final String CYRILLIC_LOOKS = "аеорсухктмвніјѕ";

    private static final String LATIN_LOOKS = "aeopcyxktmbhijs";

    private Letters() {}

    /** Small letters, composed, without ornament: full width, script and bold ones are the usual ones. */
    static String folded(String text) {
        String small = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(small, Normalizer.Form.NFC);
    }

    /** A folded word without diacritics, in its script. {@code й} stays a letter of its own. */
    static String plain(String word) {
        StringBuilder plain = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            switch (letter) {
                case 'ß' -> plain.append("ss");
                case 'æ' -> plain.append("ae");
                case 'œ' -> plain.append("oe");
                case 'þ' -> plain.append("th");
                default -> plain.append(plain(letter));
            }
        }
        return plain.toString();
    }

    static char plain(char letter) {
        return letter < PLAIN_MOST ? PLAIN[letter] : letter;
    }

    /** A word that mixes Latin and Cyrillic letters that look the same, in the script that all its letters have. */
    static String unmixed(String word) {
        boolean latin = false;
        boolean cyrillic = false;
        for (int i = 0; i < word.length(); i++) {
            latin |= isLatin(word.charAt(i));
            cyrillic |= isCyrillic(word.charAt(i));
        }
        if (!latin || !cyrillic) {
            return word;
        }
        String asLatin = translated(word, CYRILLIC_LOOKS, LATIN_LOOKS);
        return asLatin.chars().noneMatch(Letters::isCyrillic) ? asLatin : translated(word, LATIN_LOOKS, CYRILLIC_LOOKS);
    }

    static boolean isLatin(int letter) {
        return (letter < 0x250 && Character.isLetter(letter)) || (letter >= 0x1E00 && letter < 0x1F00);
    }

    static boolean isCyrillic(int letter) {
        return letter >= 0x400 && letter < 0x530;
    }

    static boolean isHan(int letter) {
        return (letter >= 0x4E00 && letter <= 0x9FFF) || (letter >= 0x3400 && letter < 0x4DC0);
    }

    private static String translated(String word, String from, String to) {
        StringBuilder translated = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            int at = from.indexOf(word.charAt(i));
            translated.append(at < 0 ? word.charAt(i) : to.charAt(at));
        }
        return translated.toString();
    }

    private static char[] plainOnes() {
        char[] plain = new char[PLAIN_MOST];
        for (char letter = 0; letter < PLAIN_MOST; letter++) {
            plain[letter] = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD)
                    .charAt(0);
        }
        String[] others = {"ёе", "йй", "øo", "łl", "đd", "ðd", "ıi", "əe", "ħh", "їі"};
        for (String other : others) {
            plain[other.charAt(0)] = other.charAt(1);
        }
        return plain;
    }
}
