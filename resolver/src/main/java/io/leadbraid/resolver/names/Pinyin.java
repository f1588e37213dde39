package io.leadbraid.resolver.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Syllables of Mandarin in Latin letters and in Palladius' Cyrillic, and the readings of characters. */
final class Pinyin {

    private static final int LONGEST_SYLLABLE = 6;

    private final Map<Integer, Set<String>> ofCharacter = new HashMap<>();
    private final Map<String, Set<String>> ofLatin = new HashMap<>();
    private final Map<String, Set<String>> ofCyrillic = new HashMap<>();

    private Pinyin() {}

    static Pinyin load() {
        Pinyin pinyin = new Pinyin();
        for (String line : Table.lines("chinese-readings.txt")) {
            int space = line.indexOf(' ');
            String syllable = line.substring(0, space);
            line.substring(space + 1).codePoints().forEach(one -> pinyin.addReading(one, syllable));
            pinyin.addSyllable(syllable);
        }
        for (String line : Table.lines("chinese-second-readings.txt")) {
            String[] entry = line.split(" ");
            for (int i = 1; i < entry.length; i++) {
                String syllable = entry[i];
                entry[0].codePoints().forEach(one -> pinyin.addReading(one, syllable));
            }
        }
        return pinyin;
    }

    private void addReading(int character, String syllable) {
        ofCharacter.computeIfAbsent(character, none -> new HashSet<>()).add(syllable);
    }

    private void addSyllable(String syllable) {
        if (syllable.matches(".*[aeiou].*")) {
            ofLatin.computeIfAbsent(syllable, none -> new HashSet<>()).add(syllable);
            for (String other : Palladius.spellings(syllable)) {
                ofCyrillic.computeIfAbsent(other, none -> new HashSet<>()).add(syllable);
            }
            if (syllable.matches("[ln]ue?")) {
                ofLatin.put(syllable.replace('u', 'v'), Set.of(syllable));
                ofLatin.put(syllable.replace("u", "yu"), Set.of(syllable));
            }
        }
    }

    Set<String> of(int character) {
        return ofCharacter.getOrDefault(character, Set.of());
    }

    /** In Latin and Cyrillic letters. */
    Set<String> spellings(String reading) {
        Set<String> spellings = new HashSet<>(Set.of(reading));
        if (reading.matches("[ln]u")) {
            spellings.add(reading.replace('u', 'v'));
            spellings.add(reading.replace("u", "yu"));
        }
        for (List<String> syllables : split(reading, 2, ofLatin)) {
            Set<String> joined = Set.of("");
            for (String syllable : syllables) {
                Set<String> longer = new HashSet<>();
                joined.forEach(start -> Palladius.spellings(syllable).forEach(one -> longer.add(start + one)));
                joined = longer;
            }
            spellings.addAll(joined);
        }
        return spellings;
    }

    /** The word read as that many syllables at most, joined again in pinyin; empty where it is none. */
    Set<String> read(Word word, int most) {
        Map<String, Set<String>> syllables = word.isCyrillic() ? ofCyrillic : ofLatin;
        Set<String> readings = new HashSet<>();
        for (List<String> reading : split(word.plain(), most, syllables)) {
            readings.add(String.join("", reading));
        }
        return readings;
    }

    private static List<List<String>> split(String rest, int most, Map<String, Set<String>> syllables) {
        if (rest.isEmpty()) {
            return List.of(List.of());
        }
        List<List<String>> found = new ArrayList<>();
        for (int end = 1; most > 0 && end <= Math.min(LONGEST_SYLLABLE, rest.length()); end++) {
            for (String syllable : syllables.getOrDefault(rest.substring(0, end), Set.of())) {
                for (List<String> more : split(rest.substring(end), most - 1, syllables)) {
                    List<String> reading = new ArrayList<>(List.of(syllable));
                    reading.addAll(more);
                    found.add(reading);
                }
            }
        }
        return found;
    }
}
