package io.leadbraid.resolver.names;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Words beside names, and words instead of names. */
final class Vocabulary {

    private final Map<String, Sex> titles = new HashMap<>();
    private final Set<String> particles = new HashSet<>();
    private final Set<String> noNames = new HashSet<>();
    private final Set<String> noNamesAlone = new HashSet<>();
    private final Set<String> noNamesWithin = new HashSet<>();

    private Vocabulary() {}

    static Vocabulary load() {
        Vocabulary vocabulary = new Vocabulary();
        for (String line : Table.lines("titles.txt")) {
            List<String> words = List.of(line.split(" "));
            for (String word : words.subList(1, words.size())) {
                if (words.getFirst().equals("+")) {
                    vocabulary.particles.add(plain(word));
                } else {
                    vocabulary.titles.put(plain(word), Sex.ofMark(words.getFirst()));
                }
            }
        }
        for (String line : Table.lines("no-names.txt")) {
            List<String> words = List.of(line.split(" "));
            switch (words.getFirst()) {
                case "=" -> vocabulary.noNamesWithin.addAll(words.subList(1, words.size()));
                case "==" -> vocabulary.noNamesAlone.addAll(words.subList(1, words.size()));
                default -> words.forEach(vocabulary::addNoName);
            }
        }
        return vocabulary;
    }

    private void addNoName(String word) {
        if (word.endsWith("?")) {
            noNamesAlone.add(plain(word.substring(0, word.length() - 1)));
        } else {
            noNames.add(plain(word));
        }
    }

    private static String plain(String word) {
        return Letters.plain(Letters.folded(word));
    }

    Optional<Sex> title(Word word) {
        return Optional.ofNullable(titles.get(word.plain()));
    }

    Optional<Sex> title(String plain) {
        return Optional.ofNullable(titles.get(plain));
    }

    boolean isParticle(Word word) {
        return particles.contains(word.plain());
    }

    /** Whatever stands beside it. */
    boolean isNoName(Word word) {
        return noNames.contains(word.plain())
                || (word.isHan() && noNamesWithin.stream().anyMatch(word.plain()::contains));
    }

    /** Where no name stands beside it. */
    boolean isNoNameAlone(Word word) {
        return noNamesAlone.contains(word.plain());
    }
}
