package io.leadbraid.merger.leads;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbraid.model.Identifier;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTermsTest {

    private static final Set<String> ANNA = List.of(
                    SearchTokens.ofName("Anna-Lena Müller Пётр"),
                    SearchTokens.of(Identifier.phone("+4917612345678")),
                    SearchTokens.of(Identifier.phone("+79161234567")),
                    SearchTokens.of(Identifier.email("anna.m@example.com")),
                    SearchTokens.of(Identifier.nickname("telegram", "anna_m")),
                    SearchTokens.ofExternalId("7001"))
            .stream()
            .flatMap(tokens -> tokens)
            .collect(Collectors.toSet());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna",
                "ANNA-L",
                "muller",
                "Müller anna",
                "петр",
                "+49 176 12345678",
                "0176/123 456 78",
                "+49 (0)176 12345678",
                "004917612345678",
                "12345678",
                "8 (916) 123-45-67",
                "+7 916",
                "anna.m@example.com",
                "@Anna_M",
                "anna_m muller",
                "7001"
            })
    void findsWhatBeginsEachWord(String typed) {
        assertThat(isFound(typed)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nna", "anna berta", "12345", "+49 177", "example.com"})
    void findsNothingElse(String typed) {
        assertThat(isFound(typed)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"a b c d e f g h i j, 8", "'', 0"})
    void asksForNoMoreThanEightWords(String typed, int terms) {
        assertThat(SearchTerms.parse(typed).count()).isEqualTo(terms);
    }

    private static boolean isFound(String typed) {
        return SearchTerms.parse(typed).terms().stream()
                .allMatch(beginnings -> beginnings.stream()
                        .anyMatch(beginning -> ANNA.stream().anyMatch(token -> token.startsWith(beginning))));
    }
}
