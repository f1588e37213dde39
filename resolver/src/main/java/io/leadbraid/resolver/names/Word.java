package io.leadbraid.resolver.names;

import java.util.List;

/**
 * A word of a name.
 *
 * @param plain in small letters without diacritics
 * @param sounds its spellings by sound, see {@link Sound}; empty where the script is neither Latin nor Cyrillic
 */
record Word(String plain, List<String> sounds) {

    static Word of(String folded) {
        String unmixed = Letters.unmixed(folded);
        return new Word(Letters.plain(unmixed), Sound.of(unmixed));
    }

    boolean isInitial() {
        return plain.codePointCount(0, plain.length()) == 1 && !isHan();
    }

    boolean isHan() {
        return Letters.isHan(plain.charAt(0));
    }

    boolean isCyrillic() {
        return Letters.isCyrillic(plain.charAt(0));
    }

    boolean isLatin() {
        return Letters.isLatin(plain.charAt(0));
    }

    boolean soundsLike(Word other) {
        if (plain.equals(other.plain)) {
            return true;
        }
        for (String sound : sounds) {
            if (other.sounds.contains(sound)) {
                return true;
            }
        }
        return false;
    }
}
