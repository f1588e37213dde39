package io.leadbraid.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A dated observation that does not identify: a name, a language, the item or page somebody asks about. */
public record Trait(Kind kind, String value) implements Fact {

    static final String MARK = "~";

    public enum Kind {
        NAME,
        LANGUAGE,
        ITEM,
        PAGE;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Trait {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a trait needs a value");
        }
    }

    public static Trait name(String value) {
        return new Trait(Kind.NAME, value);
    }

    @Override
    @JsonValue
    public String canonical() {
        return MARK + kind.label() + "=" + value;
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Trait parse(String canonical) {
        int equals = canonical.indexOf('=');
        if (!canonical.startsWith(MARK) || equals < 0) {
            throw new IllegalArgumentException("no trait: it is not of the form ~kind=value");
        }
        return new Trait(
                Kind.valueOf(canonical.substring(MARK.length(), equals).toUpperCase(Locale.ROOT)),
                canonical.substring(equals + 1));
    }
}
