package io.leadbraid.merger.leads;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What somebody typed to find a lead, as beginnings of {@link SearchTokens}: each term must be met, by one of its beginnings.
 */
record SearchTerms(List<Set<String>> terms) {

    private static final int MOST_TERMS = 8;
    private static final int FEWEST_DIGITS = 4;
    private static final int WITH_TRUNK_EIGHT = 11;
    private static final Pattern PHONE = Pattern.compile("\\+?[\\d\\s()./-]+");
    private static final Pattern TRUNK_IN_BRACKETS = Pattern.compile("\\(0\\)");

    /** The last character of all: no token that begins with a prefix lies behind the prefix and this. */
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    static SearchTerms parse(String typed) {
        if (looksLikePhone(typed)) {
            return new SearchTerms(List.of(beginnings(typed)));
        }
        return new SearchTerms(SearchTokens.words(typed).stream()
                .limit(MOST_TERMS)
                .map(SearchTerms::beginnings)
                .toList());
    }

    private static boolean looksLikePhone(String typed) {
        return PHONE.matcher(typed.strip()).matches()
                && SearchTokens.digits(typed).length() >= FEWEST_DIGITS;
    }

    private static Set<String> beginnings(String word) {
        Set<String> beginnings = new LinkedHashSet<>();
        beginnings.add(SearchTokens.fold(word));
        if (looksLikePhone(word)) {
            beginnings.addAll(phones(word));
        }
        return beginnings;
    }

    /** People write +49 (0)176, 0049176, 0176 or, in Russia, 8916: the trunk prefix is no part of the number. */
    private static List<String> phones(String word) {
        String digits = SearchTokens.digits(TRUNK_IN_BRACKETS.matcher(word).replaceAll(""));
        String significant = digits.replaceFirst("^0+", "");
        List<String> found = new ArrayList<>();
        found.add(digits);
        if (significant.length() >= FEWEST_DIGITS) {
            found.add(significant);
            found.add(SearchTokens.BACKWARDS + SearchTokens.reversed(significant));
        }
        if (significant.length() == WITH_TRUNK_EIGHT && significant.startsWith("8")) {
            found.add(SearchTokens.BACKWARDS + SearchTokens.reversed(significant.substring(1)));
        }
        return found;
    }

    int count() {
        return terms.size();
    }

    /** For each beginning, the term that it belongs to. */
    Integer[] numbers() {
        return IntStream.range(0, terms.size())
                .boxed()
                .flatMap(number -> terms.get(number).stream().map(beginning -> number))
                .toArray(Integer[]::new);
    }

    String[] from() {
        return terms.stream().flatMap(Set::stream).toArray(String[]::new);
    }

    String[] to() {
        return terms.stream()
                .flatMap(Set::stream)
                .map(beginning -> beginning + LAST)
                .toArray(String[]::new);
    }
}
