package io.leadbraid.merger.leads;

import io.leadbraid.model.Identifier;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a lead is found by. A search matches the beginning of a token, because under row-level security PostgreSQL uses an
 * index for a range in the collation "C", and for nothing cleverer.
 */
public final class SearchTokens {

    /** A phone's digits backwards follow it, so that an end of the number is the beginning of a token. */
    static final String BACKWARDS = "~";

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s,;]+");
    private static final Pattern NO_DIGITS = Pattern.compile("\\D+");
    private static final int LONGEST = 200;

    private SearchTokens() {}

    public static Stream<String> ofName(String name) {
        return words(name).stream();
    }

    public static Stream<String> ofExternalId(String id) {
        return Stream.of(fold(id));
    }

    public static Stream<String> of(Identifier identifier) {
        return switch (identifier.kind()) {
            case PHONE -> {
                String digits = digits(identifier.value());
                yield Stream.of(digits, BACKWARDS + reversed(digits));
            }
            case EMAIL, NICKNAME, CONTACT, KEY, ID -> Stream.of(fold(identifier.value()));
            case MERGE -> Stream.of();
        };
    }

    /** Words without case and accents. */
    static List<String> words(String text) {
        return Arrays.stream(BETWEEN_WORDS.split(text))
                .map(SearchTokens::fold)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    static String fold(String text) {
        String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .strip();
        String word = bare.startsWith("@") ? bare.substring(1) : bare;
        return word.substring(0, Math.min(word.length(), LONGEST));
    }

    static String digits(String text) {
        return NO_DIGITS.matcher(text).replaceAll("");
    }

    static String reversed(String digits) {
        return new StringBuilder(digits).reverse().toString();
    }
}
