package io.leadbraid.merger.why;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SentencesTest {

    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)}");

    /** All rules by which a profile or a merge request can keep apart today. */
    private static final List<String> RULES = List.of(
            "separated",
            "different-contacts",
            "once-per-person",
            "role-mailbox",
            "different-names",
            "nickname-of-two-accounts",
            "alias-of-another",
            "nickname-held-by-another",
            "profile-too-large",
            "over-shared",
            "blocked",
            "shared",
            "system-may-not-merge",
            "stated-between-verified",
            "split",
            "keep-apart");

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageHasEveryTextWithTheSameArguments(Language language) throws IOException {
        Properties english = texts(Language.ENGLISH);
        Properties texts = texts(language);

        assertThat(texts.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(arguments(texts.getProperty(key))).as(key).isEqualTo(arguments(english.getProperty(key)));
        }
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "ENGLISH")
    void noTextIsLeftInEnglish(Language language) throws IOException {
        Properties english = texts(Language.ENGLISH);
        Properties texts = texts(language);

        for (String key : english.stringPropertyNames()) {
            String original = english.getProperty(key);
            if (ARGUMENT.matcher(original).replaceAll("").codePoints().anyMatch(Character::isLetter)) {
                assertThat(texts.getProperty(key)).as(key).isNotEqualTo(original);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noTextHasAnApostropheWhichAPatternWouldSwallow(Language language) throws IOException {
        assertThat(texts(language).values()).noneMatch(text -> text.toString().indexOf('\'') >= 0);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyRuleHasWordsOfItsOwn(Language language) {
        Texts texts = new Texts(language);

        assertThat(RULES).allMatch(rule -> texts.has("rule." + rule));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de|GERMAN",
                "de-AT,en;q=0.5|GERMAN",
                "fr, ru;q=0.8, en;q=0.7|RUSSIAN",
                "zh-Hans-CN|CHINESE",
                "fr|ENGLISH",
                "*|ENGLISH",
                "en;q=0.1|ENGLISH",
                "de;q=oops|ENGLISH",
                "''|ENGLISH"
            })
    void theHeaderChoosesTheLanguage(String header, Language language) {
        assertThat(Language.preferredIn(Optional.of(header))).isEqualTo(language);
    }

    @Test
    void withoutAHeaderItIsEnglish() {
        assertThat(Language.preferredIn(Optional.empty())).isEqualTo(Language.ENGLISH);
    }

    private static Properties texts(Language language) throws IOException {
        String suffix =
                language == Language.ENGLISH ? "" : "_" + language.locale().toLanguageTag();
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(
                        SentencesTest.class.getResourceAsStream("/" + Texts.BUNDLE + suffix + ".properties")),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }
}
