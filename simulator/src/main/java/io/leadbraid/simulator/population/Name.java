package io.leadbraid.simulator.population;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody is called.
 *
 * @param latin the given name in the letters a to z
 * @param shortForms of the given name, in its own script
 */
record Name(String language, String given, String surname, String latin, List<String> shortForms) {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    String full() {
        return language.equals("zh") ? surname + given : given + " " + surname;
    }

    /** As it stands on a profile. */
    String shown(Dice dice, Parameters parameters) {
        if (dice.chance(parameters.percent("latin-name"))) {
            return latin;
        }
        if (dice.chance(parameters.percent("short-name")) && !shortForms.isEmpty()) {
            return dice.one(shortForms);
        }
        return dice.chance(50) ? given : full();
    }

    /** The same for all spellings that differ in case, accents or the order of the words. */
    static String folded(String name) {
        String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return Stream.of(BETWEEN_WORDS.split(plain))
                .filter(word -> !word.isEmpty())
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
