package io.leadbraid.resolver.names;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One spelling for all the ways in which a name is written in Latin and Cyrillic letters: the schemes of passports, libraries and BGN, the
 * German and the English one, umlauts written out, kept or lost. A library writes one scheme; the point here is that all of them meet.
 */
final class Sound {

    private static final Map<Character, String> CYRILLIC = cyrillic(
            "а a б b в v г g ґ g д d е e ё e э e є e ж Z з z и i й j і i ї i ы i к k л l м m н n о o п p р r с s т t у u ў u ф f х H ц ts"
                    + " ч C ш S щ S ю ju я ja ъ - ь - ђ d ј j љ lj њ nj ћ C џ Z ә a ө o ү u ұ u қ k ғ g ң n һ H");

    private static final Map<Character, String> LATIN = cyrillic("š S ş S ș S č C ć C ž Z ż Z ç C ä ae ö oe ü ue ß ss");

    /** The longest first: what it reads and how it is kept. C is the sound of ч, H of х, X one of the two, S and Z of ш and ж. */
    private static final String[][] CONSONANTS = {
        {"schtsch", "S"},
        {"shtch", "S"},
        {"tschtsch", "C"},
        {"shch", "S"},
        {"stsch", "S"},
        {"dsch", "Z"},
        {"tsch", "C"},
        {"SC", "S"},
        {"sch", "S"},
        {"tch", "C"},
        {"dzh", "Z"},
        {"sh", "S"},
        {"ch", "X"},
        {"cz", "C"},
        {"sz", "S"},
        {"kh", "H"},
        {"zh", "Z"},
        {"ph", "f"},
        {"th", "t"},
        {"ck", "k"},
        {"dt", "t"},
        {"tz", "z"},
        {"ts", "z"},
        {"qu", "kv"},
        {"ce", "se"},
        {"ci", "si"},
        {"cy", "si"},
        {"c", "k"},
        {"q", "k"},
        {"x", "ks"},
        {"w", "v"},
        {"y", "j"},
        {"h", "h"},
    };

    private static final String[][][] BY_FIRST = byFirst();

    private static final String[] NO_RULE = {};

    private Sound() {}

    /** One or two: Latin {@code ch} is х in Bach and ч in Chekhov. Empty for words of other scripts. */
    static List<String> of(String folded) {
        StringBuilder letters = new StringBuilder(folded.length() + 8);
        for (int i = 0; i < folded.length(); i++) {
            char letter = folded.charAt(i);
            String known = Letters.isCyrillic(letter) ? CYRILLIC.get(letter) : LATIN.get(letter);
            if (known != null) {
                letters.append(known);
            } else if (Letters.isLatin(letter)) {
                letters.append(Letters.plain(letter));
            }
        }
        String consonants = consonants(letters.toString());
        if (consonants.indexOf('X') < 0) {
            String only = vowels(consonants);
            return only.isEmpty() ? List.of() : List.of(only);
        }
        return List.of(vowels(consonants.replace('X', 'C')), vowels(consonants.replace('X', 'H')));
    }

    private static String consonants(String letters) {
        StringBuilder kept = new StringBuilder(letters.length());
        int at = 0;
        while (at < letters.length()) {
            String[] rule = ruleAt(letters, at);
            if (rule.length == 0) {
                kept.append(letters.charAt(at++));
            } else {
                kept.append(rule[1]);
                at += rule[0].length();
            }
        }
        return kept.toString().replace('S', 's').replace('Z', 'z');
    }

    private static String[] ruleAt(String letters, int at) {
        char first = letters.charAt(at);
        if (first < BY_FIRST.length) {
            for (String[] rule : BY_FIRST[first]) {
                if (letters.startsWith(rule[0], at)) {
                    return rule;
                }
            }
        }
        return NO_RULE;
    }

    private static String[][][] byFirst() {
        String[][][] byFirst = new String['z' + 1][][];
        for (char first = 0; first < byFirst.length; first++) {
            char letter = first;
            byFirst[first] = Stream.of(CONSONANTS)
                    .filter(rule -> rule[0].charAt(0) == letter)
                    .toArray(String[][]::new);
        }
        return byFirst;
    }

    /** Vowels as loosely as their spellings are; letters that are not heard, and doubled ones, go. */
    private static String vowels(String letters) {
        StringBuilder kept = new StringBuilder(letters.length());
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            char next = i + 1 < letters.length() ? letters.charAt(i + 1) : ' ';
            char last = kept.isEmpty() ? ' ' : kept.charAt(kept.length() - 1);
            boolean mute = letter == 'h' && isVowel(last) && !isVowel(next) && next != 'j';
            if (mute || (letter == 'j' && next == 'e')) {
                continue;
            }
            if (letter == 'j') {
                letter = 'i';
            }
            if (letter == last || (letter == 'e' && (last == 'o' || last == 'u'))) {
                continue;
            }
            if (letter == 'e' && (last == 'i' || last == 'a')) {
                kept.setCharAt(kept.length() - 1, 'e');
                settle(kept);
            } else if (letter == 'u' && last == 'i') {
                kept.setCharAt(kept.length() - 1, 'u');
                settle(kept);
            } else if (letter == 'o' && last == 'i' && kept.length() > 1) {
                kept.setCharAt(kept.length() - 1, 'e');
                settle(kept);
            } else if (letter == 'i' && last == 'e') {
                kept.setCharAt(kept.length() - 1, 'a');
                kept.append('i');
            } else if (letter == 'u' && last == 'e') {
                kept.setCharAt(kept.length() - 1, 'o');
                kept.append('i');
            } else {
                kept.append(letter);
            }
        }
        return kept.toString().replace('H', 'h');
    }

    private static void settle(StringBuilder kept) {
        int end = kept.length() - 1;
        if (end > 0
                && (kept.charAt(end) == kept.charAt(end - 1)
                        || (kept.charAt(end) == 'e' && kept.charAt(end - 1) == 'a'))) {
            char settled = kept.charAt(end);
            kept.setLength(end - 1);
            kept.append(settled);
        }
    }

    private static boolean isVowel(char letter) {
        return "aeiou".indexOf(letter) >= 0;
    }

    private static Map<Character, String> cyrillic(String pairs) {
        String[] parts = pairs.split(" ");
        Map<Character, String> letters = new HashMap<>();
        for (int i = 0; i < parts.length; i += 2) {
            letters.put(parts[i].charAt(0), parts[i + 1].equals("-") ? "" : parts[i + 1]);
        }
        return Map.copyOf(letters);
    }
}
