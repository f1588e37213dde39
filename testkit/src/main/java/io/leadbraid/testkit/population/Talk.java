package io.leadbraid.testkit.population;

import java.util.List;
import java.util.Locale;

/** What impatient people say. Some of it names others, which says nothing about who is speaking. */
final class Talk {

    private static final List<String> QUESTIONS = List.of(
            "Is it still available?",
            "Сколько стоит доставка?",
            "Was kostet das?",
            "今天可以看房吗？",
            "¿Sigue disponible? 😀",
            "Ainda tem?",
            "Hello? Anybody there?");
    private static final List<String> NAMING_OTHERS = List.of(
            "My wife will come, her number is %s, thank you",
            "Меня направил %s, сказал что у вас дешевле", "Please do not write to %s again, that is my boss");
    private static final int NAMES_OTHERS = 12;

    private final Dice dice;

    Talk(Dice dice) {
        this.dice = dice;
    }

    /** @param others people who may be named; may be none */
    String about(List<Person> others) {
        return others.isEmpty() || !dice.chance(NAMES_OTHERS)
                ? dice.one(QUESTIONS)
                : dice.one(NAMING_OTHERS).formatted(identifierOf(dice.one(others)));
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
