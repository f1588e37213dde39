package io.leadbraid.simulator.population;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The names of one language, each as frequent as it is there; rare ones are made of parts. */
final class NameBook {

    private static final String REST = "rest";

    private final String language;
    private final Weighted<Optional<Given>> given = new Weighted<>();
    private final Weighted<Optional<Surname>> surnames = new Weighted<>();
    private final List<Given> characters = new ArrayList<>();
    private final List<String> stems = new ArrayList<>();
    private final List<Surname> endings = new ArrayList<>();

    private record Given(boolean female, String name, String latin, List<String> shortForms) {}

    private record Surname(String male, String female) {

        private static Surname of(List<String> words) {
            return new Surname(words.getFirst(), words.getLast());
        }

        private String of(Given given) {
            return given.female() ? female : male;
        }
    }

    NameBook(String language) {
        this.language = language;
        Resources.lines(language + "/given.txt").forEach(line -> addGiven(words(line)));
        Resources.lines(language + "/surnames.txt").forEach(line -> addSurname(words(line)));
    }

    private static List<String> words(String line) {
        return List.of(line.split("\\s+"));
    }

    private void addGiven(List<String> words) {
        switch (words.getFirst()) {
            case REST -> given.add(Optional.empty(), Double.parseDouble(words.get(1)));
            case "*" -> characters.add(new Given(false, words.get(1), words.get(2), List.of()));
            default ->
                given.add(
                        Optional.of(new Given(
                                words.get(1).equals("f"),
                                words.get(2),
                                words.get(3),
                                words.size() > 4 ? List.of(words.get(4).split(",")) : List.of())),
                        Double.parseDouble(words.getFirst()));
        }
    }

    private void addSurname(List<String> words) {
        List<String> rest = words.subList(1, words.size());
        switch (words.getFirst()) {
            case REST -> surnames.add(Optional.empty(), Double.parseDouble(rest.getFirst()));
            case "+" -> stems.add(rest.getFirst());
            case "-" -> endings.add(Surname.of(rest));
            default -> surnames.add(Optional.of(Surname.of(rest)), Double.parseDouble(words.getFirst()));
        }
    }

    Name draw(Dice dice) {
        Given first = given.pick(dice).orElseGet(() -> composed(dice));
        Surname last = surnames.pick(dice).orElseGet(() -> composedSurname(dice));
        return name(first, last.of(first));
    }

    /** Somebody else's given name with this surname, as it is for that sex. */
    Name relative(Name of, Dice dice) {
        Given first = given.pick(dice).orElseGet(() -> composed(dice));
        while (first.name().equals(of.given())) {
            first = given.pick(dice).orElseGet(() -> composed(dice));
        }
        return name(first, of.surname());
    }

    private Given composed(Dice dice) {
        Given one = dice.one(characters);
        Given other = dice.one(characters);
        return new Given(
                dice.chance(50),
                one.name() + other.name(),
                one.latin() + other.latin().toLowerCase(Locale.ROOT),
                List.of());
    }

    private Surname composedSurname(Dice dice) {
        String stem = dice.one(stems);
        Surname ending = dice.one(endings);
        return new Surname(stem + ending.male(), stem + ending.female());
    }

    private Name name(Given first, String surname) {
        return new Name(language, first.name(), surname, first.latin(), first.shortForms());
    }
}
