package io.leadbraid.ingestion.normal;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** People's names: composed, on one line, otherwise as they were written. */
public final class Names {

    /** In UTF-16 units; what is longer is no name. */
    public static final int MOST = 200;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Names() {}

    /** Empty when there is no letter in it. */
    public static Optional<String> read(String raw) {
        String name =
                Texts.first(Texts.oneLine(Texts.first(raw, 4 * MOST)), MOST).strip();
        return name.codePoints().anyMatch(Character::isLetter) ? Optional.of(name) : Optional.empty();
    }

    /** The parts that are there, in this order, as one name. */
    public static Optional<String> join(String... parts) {
        return read(Arrays.stream(parts).filter(part -> !part.isBlank()).collect(Collectors.joining(" ")));
    }

    /** The same for all spellings that differ in case, accents, {@code ё} or the order of the words. */
    public static String folded(String name) {
        String decomposed =
                Normalizer.normalize(Texts.oneLine(name), Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        return BETWEEN_WORDS
                .splitAsStream(MARKS.matcher(decomposed).replaceAll(""))
                .filter(word -> !word.isEmpty())
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
