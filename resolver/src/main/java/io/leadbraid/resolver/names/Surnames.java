package io.leadbraid.resolver.names;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/** What is recognisably a surname, and when two are one: a man's and a woman's, two spellings, a slip of the finger. */
final class Surnames {

    private static final int LONG_ENOUGH_FOR_A_SLIP = 5;

    private static final String UNSURE = "?";

    private static final String[][] NEUTRAL = {
        {"skaia", "sk"},
        {"skoi", "sk"},
        {"ski", "sk"},
        {"ska", "sk"},
        {"zkaia", "zk"},
        {"zkoi", "zk"},
        {"zki", "zk"},
        {"ova", "ov"},
        {"eva", "ev"},
        {"ina", "in"},
        {"of", "ov"},
        {"ef", "ev"},
        {"aia", "oi"},
    };

    private static final List<String> OF_MEN = List.of("ов", "ев", "ын", "ский", "цкий");

    private static final List<String> OF_WOMEN = List.of(
            "ова", "ева", "ына", "ская", "цкая", "ova", "eva", "owa", "ewa", "skaya", "skaja", "skaia", "tskaya");

    private final Set<String> known = new HashSet<>();
    private final List<Ending> cyrillic = new ArrayList<>();
    private final List<Ending> latin = new ArrayList<>();
    private final DamerauLevenshteinDistance distance = new DamerauLevenshteinDistance(1);

    private record Ending(String letters, int least) {

        static Ending of(String entry) {
            return entry.endsWith(UNSURE)
                    ? new Ending(plain(entry.substring(0, entry.length() - 1)), entry.length() + 2)
                    : new Ending(plain(entry), entry.length() + 2);
        }

        private static String plain(String letters) {
            return Letters.plain(Letters.folded(letters));
        }

        boolean ends(String word) {
            return word.length() >= least && word.endsWith(letters);
        }
    }

    private Surnames() {}

    static Surnames load() {
        Surnames surnames = new Surnames();
        for (String line : Table.lines("surnames.txt")) {
            List<String> entries = List.of(line.split(" "));
            switch (entries.getFirst()) {
                case "endings-cyrillic" ->
                    entries.stream().skip(1).map(Ending::of).forEach(surnames.cyrillic::add);
                case "endings-latin" -> entries.stream().skip(1).map(Ending::of).forEach(surnames.latin::add);
                default -> entries.forEach(entry -> surnames.known.addAll(Sound.of(Letters.folded(entry))));
            }
        }
        return surnames;
    }

    boolean isListed(Word word) {
        for (String sound : word.sounds()) {
            if (known.contains(sound)) {
                return true;
            }
        }
        return false;
    }

    boolean isRecognised(Word word) {
        for (Ending ending : word.isCyrillic() ? cyrillic : latin) {
            if (ending.ends(word.plain())) {
                return true;
            }
        }
        return isListed(word);
    }

    /** Cyrillic endings only: abroad many women keep a man's. A woman's ending is one in Latin letters, too. */
    static Sex sex(Word word) {
        String plain = word.plain();
        if (word.isCyrillic() && endsWithOne(plain, OF_MEN)) {
            return Sex.MALE;
        }
        return endsWithOne(plain, OF_WOMEN) ? Sex.FEMALE : Sex.UNTOLD;
    }

    private static boolean endsWithOne(String word, List<String> endings) {
        for (String ending : endings) {
            if (word.length() > ending.length() + 1 && word.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    boolean same(Word one, Word other) {
        if (one.soundsLike(other)) {
            return true;
        }
        for (String a : one.sounds()) {
            for (String b : other.sounds()) {
                if (sameStem(neutral(a), neutral(b))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean sameStem(String a, String b) {
        return a.equals(b) || isSlip(a, b);
    }

    /** One letter more, less, other, or two exchanged. */
    boolean isSlip(String a, String b) {
        return Math.min(a.length(), b.length()) >= LONG_ENOUGH_FOR_A_SLIP
                && Math.abs(a.length() - b.length()) <= 1
                && distance.apply(a, b) >= 0;
    }

    private static String neutral(String sound) {
        for (String[] ending : NEUTRAL) {
            if (sound.length() > ending[0].length() + 1 && sound.endsWith(ending[0])) {
                return sound.substring(0, sound.length() - ending[0].length()) + ending[1];
            }
        }
        return sound;
    }
}
