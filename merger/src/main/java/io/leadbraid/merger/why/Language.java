package io.leadbraid.merger.why;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;

/** The languages in which Leadbraid explains itself. */
public enum Language {
    ENGLISH("en"),
    RUSSIAN("ru"),
    GERMAN("de"),
    CHINESE("zh");

    private final Locale locale;

    Language(String tag) {
        this.locale = Locale.forLanguageTag(tag);
    }

    public Locale locale() {
        return locale;
    }

    /** The one of ours that a header {@code Accept-Language} prefers (RFC 4647, look-up); English where it names none. */
    public static Language preferredIn(Optional<String> acceptLanguage) {
        return acceptLanguage
                .flatMap(Language::ranges)
                .flatMap(ranges -> Optional.ofNullable(Locale.lookup(
                        ranges, Arrays.stream(values()).map(Language::locale).toList())))
                .flatMap(found -> Arrays.stream(values())
                        .filter(language -> language.locale.equals(found))
                        .findFirst())
                .orElse(ENGLISH);
    }

    private static Optional<List<LanguageRange>> ranges(String header) {
        try {
            return Optional.of(LanguageRange.parse(header));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
