package io.leadbraid.resolver.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads names in Chinese characters, in pinyin and in Palladius' Cyrillic. */
final class ChineseReader {

    private static final int LONGEST_NAME = 4;
    private static final int LONGEST_TITLE = 2;

    /** The table is ordered: only of the most frequent ones somebody is "little Li" or "old Wang". */
    private static final int FREQUENT = 100;

    private static final String FAMILIAR = "小老阿";

    private final Pinyin pinyin;
    private final Vocabulary vocabulary;
    private final Map<String, List<String>> bySurname = new HashMap<>();
    private final Set<String> frequent = new HashSet<>();
    private final Map<String, Set<String>> romanised = new HashMap<>();
    private final Map<String, Set<String>> elsewhere = new HashMap<>();
    private final Set<Integer> usual = new HashSet<>();

    private ChineseReader(Pinyin pinyin, Vocabulary vocabulary) {
        this.pinyin = pinyin;
        this.vocabulary = vocabulary;
    }

    static ChineseReader load(Vocabulary vocabulary) {
        ChineseReader reader = new ChineseReader(Pinyin.load(), vocabulary);
        Table.lines("chinese-surnames.txt").forEach(reader::addSurname);
        Table.lines("chinese-given-characters.txt")
                .forEach(line -> line.codePoints().forEach(reader.usual::add));
        return reader;
    }

    private void addSurname(String line) {
        String[] halves = line.split("\\|", -1);
        String[] entry = halves[0].strip().split(" ");
        List<String> readings = List.of(entry[1].split(","));
        boolean compound =
                pinyin.read(new Word(readings.getFirst(), List.of()), 1).isEmpty();
        int length = compound ? 2 : 1;
        for (int at = 0; at < entry[0].length(); at += length) {
            String characters = entry[0].substring(at, at + length);
            bySurname.put(characters, readings);
            if (frequent.size() < FREQUENT) {
                frequent.add(characters);
            }
        }
        for (String reading : readings) {
            pinyin.spellings(reading)
                    .forEach(one -> romanised
                            .computeIfAbsent(one, none -> new HashSet<>())
                            .add(reading));
        }
        for (String other : halves.length > 1 ? halves[1].strip().split(" ") : new String[0]) {
            elsewhere.computeIfAbsent(other, none -> new HashSet<>()).addAll(readings);
        }
    }

    /** All readings; none where it is no Chinese name. */
    List<ChineseName> read(Wording wording) {
        List<Word> words = wording.words();
        if (words.stream().anyMatch(Word::isHan)) {
            StringBuilder characters = new StringBuilder();
            words.stream().filter(Word::isHan).forEach(word -> characters.append(word.plain()));
            boolean alone = words.stream().allMatch(Word::isHan);
            List<ChineseName> names = ofCharacters(characters.toString(), alone && wording.bare());
            return alone ? names : names.stream().filter(ChineseName::isWhole).toList();
        }
        List<Word> named =
                words.stream().filter(word -> vocabulary.title(word).isEmpty()).toList();
        return named.stream().allMatch(Word::isLatin) || named.stream().allMatch(Word::isCyrillic)
                ? ofSyllables(named, wording.bare())
                : List.of();
    }

    /** The romanised surnames that a word may be, in pinyin. */
    Set<String> surnames(Word word) {
        Set<String> surnames = new HashSet<>(elsewhere.getOrDefault(word.plain(), Set.of()));
        surnames.addAll(romanised.getOrDefault(word.plain(), Set.of()));
        return surnames;
    }

    private List<ChineseName> ofCharacters(String name, boolean bare) {
        if (vocabulary.isNoNameAlone(new Word(name, List.of()))) {
            return List.of();
        }
        for (int length = LONGEST_TITLE; length > 0; length--) {
            int cut = name.length() - length;
            if (cut > 0 && vocabulary.title(name.substring(cut)).isPresent()) {
                String rest = name.substring(0, cut);
                if (bySurname.containsKey(rest)) {
                    return surnameAlone(rest);
                }
                if (length == LONGEST_TITLE) {
                    return ofCharacters(rest, bare);
                }
            }
        }
        if (name.length() == 2 && FAMILIAR.indexOf(name.charAt(0)) >= 0) {
            return frequent.contains(name.substring(1)) ? surnameAlone(name.substring(1)) : givenAlone(name);
        }
        if (bySurname.containsKey(name)) {
            return surnameAlone(name);
        }
        for (int length = 2; length > 0; length--) {
            if (name.length() > length && name.length() <= LONGEST_NAME - 2 + length) {
                List<String> surname = bySurname.getOrDefault(name.substring(0, length), List.of());
                if (!surname.isEmpty()) {
                    return whole(surname, name.substring(length), bare);
                }
            }
        }
        return name.length() == 2 ? givenAlone(name) : List.of();
    }

    private List<ChineseName> whole(List<String> surnames, String given, boolean bare) {
        boolean firm = bare && given.codePoints().allMatch(usual::contains);
        List<ChineseName> names = new ArrayList<>();
        for (String surname : surnames) {
            readings(given).forEach(reading -> names.add(new ChineseName(surname, Set.of(), reading, firm)));
        }
        return names;
    }

    private List<ChineseName> surnameAlone(String surname) {
        return bySurname.getOrDefault(surname, List.of()).stream()
                .map(reading -> new ChineseName(reading, Set.of(), "", false))
                .toList();
    }

    private List<ChineseName> givenAlone(String given) {
        return readings(given).stream()
                .map(reading -> new ChineseName("", Set.of(), reading, false))
                .toList();
    }

    private Set<String> readings(String characters) {
        Set<String> readings = Set.of("");
        for (int character : characters.codePoints().toArray()) {
            Set<String> longer = new LinkedHashSet<>();
            for (String start : readings) {
                pinyin.of(character).forEach(syllable -> longer.add(start + syllable));
            }
            readings = longer;
        }
        return readings;
    }

    private List<ChineseName> ofSyllables(List<Word> words, boolean bare) {
        if (words.isEmpty() || words.size() > LONGEST_NAME) {
            return List.of();
        }
        List<ChineseName> names = new ArrayList<>();
        if (words.size() == 1) {
            if (words.getFirst().isLatin()) {
                given(words).forEach(given -> names.add(new ChineseName("", Set.of(), given, false)));
            }
            return names;
        }
        int last = words.size() - 1;
        addWhole(words.getFirst(), words.subList(1, words.size()), bare, names);
        addWhole(words.get(last), words.subList(0, last), bare, names);
        return names.stream().anyMatch(ChineseName::isWhole)
                ? names.stream().filter(ChineseName::isWhole).toList()
                : names;
    }

    private void addWhole(Word surname, List<Word> rest, boolean bare, List<ChineseName> names) {
        Set<String> other = elsewhere.getOrDefault(surname.plain(), Set.of());
        Set<String> proper = romanised.getOrDefault(surname.plain(), Set.of());
        Set<String> given = proper.isEmpty() && other.isEmpty() ? Set.of() : given(rest);
        for (String one : given) {
            proper.forEach(reading -> names.add(new ChineseName(reading, other, one, bare)));
        }
        if (!given.isEmpty() && proper.isEmpty()) {
            names.add(new ChineseName(surname.plain(), other, "", false));
        }
    }

    /** One or two syllables, in one word or two. */
    private Set<String> given(List<Word> words) {
        if (words.size() > 2) {
            return Set.of();
        }
        Set<String> readings = Set.of("");
        for (Word word : words) {
            Set<String> longer = new LinkedHashSet<>();
            for (String start : readings) {
                pinyin.read(word, words.size() == 1 ? 2 : 1).forEach(reading -> longer.add(start + reading));
            }
            readings = longer;
        }
        return readings;
    }
}
