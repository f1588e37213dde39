package io.leadbraid.merger.why;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The texts of one language. */
final class Texts {

    /** The resource, without language and ending. */
    static final String BUNDLE = "io/leadbraid/merger/why/sentences";

    private final Locale locale;
    private final ResourceBundle texts;
    private final DateTimeFormatter days;

    Texts(Language language) {
        this.locale = language.locale();
        this.texts = ResourceBundle.getBundle(BUNDLE, locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        this.days = DateTimeFormatter.ofPattern(texts.getString("day"), locale).withZone(ZoneOffset.UTC);
    }

    String say(String key, String... arguments) {
        Object[] all = arguments;
        return new MessageFormat(texts.getString(key), locale).format(all);
    }

    boolean has(String key) {
        return texts.containsKey(key);
    }

    /** The day in UTC. */
    String day(Instant at) {
        return days.format(at);
    }
}
