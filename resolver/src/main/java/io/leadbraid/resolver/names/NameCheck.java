package io.leadbraid.resolver.names;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Compares names as sources show them. Symmetric, deterministic, and total: it answers for any text, however odd or long. It reads its
 * tables once when it is made, remembers what it found lately, and may be used by any number of threads.
 *
 * <p>It is conservative: names contradict only where both are recognisably names of people and no script, short form, order, spelling,
 * other tongue or marriage explains the difference.
 */
public final class NameCheck {

    /** Of more names at one place only the first in natural order are looked at. */
    static final int MOST_NAMES = 16;

    /** Where many write under one number, the same names are compared with each message. */
    private static final int REMEMBERED = 50_000;

    private record Pair(String one, String other) {

        static Pair of(String a, String b) {
            return a.compareTo(b) <= 0 ? new Pair(a, b) : new Pair(b, a);
        }
    }

    private final Vocabulary vocabulary;
    private final GivenNames givenNames;
    private final WesternReader western;
    private final ChineseReader chinese;
    private final WesternComparison westernComparison;
    private final ChineseComparison chineseComparison;
    private final Cache<Pair, Finding> findings =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    private NameCheck() {
        vocabulary = Vocabulary.load();
        givenNames = GivenNames.load();
        Surnames surnames = Surnames.load();
        western = new WesternReader(givenNames, surnames, vocabulary);
        chinese = ChineseReader.load(vocabulary);
        westernComparison = new WesternComparison(surnames);
        chineseComparison = new ChineseComparison(chinese, surnames);
    }

    public static NameCheck load() {
        return new NameCheck();
    }

    /** One name with one other. */
    public Finding compare(String a, String b) {
        return findings.get(Pair.of(a, b), pair -> compare(readings(pair.one()), readings(pair.other())));
    }

    /**
     * All names seen at one place with all seen at another. A pair that agrees outweighs one that does not, and a difference outweighs what
     * says nothing; without names, nothing is said.
     */
    public Finding compare(Collection<String> a, Collection<String> b) {
        List<String> others = first(b);
        Finding found = Finding.NO_PERSON;
        for (String one : first(a)) {
            for (String other : others) {
                Finding finding = compare(one, other);
                found = finding.compareTo(found) < 0 ? finding : found;
            }
        }
        return found;
    }

    private static List<String> first(Collection<String> names) {
        return names.stream().distinct().sorted().limit(MOST_NAMES).toList();
    }

    private Finding compare(List<Reading> a, List<Reading> b) {
        Finding found = Finding.NO_PERSON;
        boolean first = true;
        for (Reading one : a) {
            for (Reading other : b) {
                Finding finding = compare(one, other);
                found = first || Finding.MOST_LENIENT.compare(finding, found) < 0 ? finding : found;
                first = false;
            }
        }
        return found;
    }

    private Finding compare(Reading a, Reading b) {
        return switch (a) {
            case WesternName mine ->
                switch (b) {
                    case WesternName other -> westernComparison.compare(mine, other);
                    case ChineseName other -> chineseComparison.compare(other, mine);
                };
            case ChineseName mine ->
                switch (b) {
                    case WesternName other -> chineseComparison.compare(mine, other);
                    case ChineseName other -> chineseComparison.compare(mine, other);
                };
        };
    }

    /** None where the text is no name of a person. */
    private List<Reading> readings(String text) {
        Wording wording = Wording.of(text);
        if (wording.words().isEmpty() || isNoName(wording.words())) {
            return List.of();
        }
        boolean known =
                wording.words().stream().anyMatch(word -> givenNames.find(word).isPresent());
        List<ChineseName> inChinese = known
                ? chinese.read(new Wording(wording.words(), false)).stream()
                        .filter(ChineseName::isWhole)
                        .toList()
                : chinese.read(wording);
        List<Reading> readings = new ArrayList<>(inChinese);
        if (inChinese.stream().noneMatch(ChineseName::firm)) {
            western.read(wording).ifPresent(readings::add);
        }
        return readings;
    }

    private boolean isNoName(List<Word> words) {
        boolean named = words.stream().anyMatch(word -> givenNames.find(word).isPresent());
        return words.stream()
                .anyMatch(word -> vocabulary.title(word).isEmpty()
                        && (vocabulary.isNoName(word) || (!named && vocabulary.isNoNameAlone(word))));
    }
}
