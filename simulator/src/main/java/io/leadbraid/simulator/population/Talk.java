package io.leadbraid.simulator.population;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What impatient people say. Some of it names others, which says nothing about who is speaking. */
final class Talk {

    private static final List<String> NAMING_OTHERS = List.of(
            "My wife will come, her number is %s, thank you",
            "Меня направил %s, сказал что у вас дешевле", "Please do not write to %s again, that is my boss");
    private static final Map<String, String> NAMING_ONESELF = Map.of(
            "ru", "%s Мой номер %s, позвоните после шести",
            "de", "%s Meine Nummer ist %s, bitte nach 18 Uhr",
            "zh", "%s 我的电话是 %s 请联系我",
            "es", "%s Mi número es %s gracias",
            "en", "%s My number is %s after six please");

    private final Parameters parameters;
    private final Dice dice;
    private final Map<String, List<String>> lists = new HashMap<>();

    Talk(Parameters parameters, Dice dice) {
        this.parameters = parameters;
        this.dice = dice;
    }

    /** @param own what of his own the writer names among other words */
    record Words(String text, List<Handle> own) {}

    /** What many people say, because an advertisement put it into their mouths, or what anybody may ask. */
    String opening(Person by) {
        return dice.chance(parameters.percent("pasted")) ? dice.one(list(by, "openings")) : question(by);
    }

    private String question(Person by) {
        return dice.one(list(by, "questions"));
    }

    private List<String> list(Person by, String name) {
        return lists.computeIfAbsent(by.name().language() + "/" + name + ".txt", Resources::lines);
    }

    /** @param others people who may be named; may be none */
    Words about(Person by, List<Person> others) {
        if (!others.isEmpty() && dice.chance(parameters.percent("names-others"))) {
            return new Words(dice.one(NAMING_OTHERS).formatted(identifierOf(dice.one(others))), List.of());
        }
        if (dice.chance(parameters.percent("mentions-own"))) {
            String pattern = NAMING_ONESELF.getOrDefault(by.name().language(), "%s (%s)");
            return new Words(
                    pattern.formatted(question(by), by.phone().abroad(dice)), List.of(Handle.phone(by.phone())));
        }
        return plain(opening(by));
    }

    static Words plain(String text) {
        return new Words(text, List.of());
    }

    /** The same again, as somebody types it who gets no answer. */
    String again(String text) {
        return switch (dice.number(0, 6)) {
            case 0 -> text.toLowerCase(Locale.ROOT);
            case 1 -> text + "??";
            case 2 -> text.replaceAll("[.,!?？。！]", "");
            case 3 -> text + " 🙏";
            case 4 -> withTypingError(text);
            default -> text;
        };
    }

    private String withTypingError(String text) {
        if (text.length() < 6) {
            return text;
        }
        int place = dice.number(2, text.length() - 2);
        if (Character.isSurrogate(text.charAt(place)) || Character.isSurrogate(text.charAt(place - 1))) {
            return text;
        }
        return text.substring(0, place - 1) + text.charAt(place) + text.charAt(place - 1) + text.substring(place + 1);
    }

    private String identifierOf(Person other) {
        return dice.one(List.of(other.phone().abroad(dice), other.email(), "@" + other.username()));
    }

    /** As people hold the shift key. */
    String inAnyCase(String text) {
        return switch (dice.number(0, 3)) {
            case 0 -> text.toUpperCase(Locale.ROOT);
            case 1 -> text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
            default -> text;
        };
    }
}
