package io.leadbraid.testkit.population;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Invents people. Names repeat, as names do; what identifies never does, unless a scene wants it. */
final class Cast {

    private static final List<String> NAMES = List.of(
            "Anna Berg",
            "Иван Петров",
            "Мария Соколова",
            "João Souza",
            "Lucía Gómez",
            "Mike O'Neil",
            "Jürgen Krüger",
            "李娜",
            "Sofie",
            "Дмитрий");
    private static final List<String> DOMAINS = List.of("example.com", "example.org", "mail.example.net");
    private static final long FIRST_TELEGRAM_ID = 100_000_000L;
    private static final long LARGEST_POPULATION = 10_000_000L;
    private static final List<Region> REGIONS = List.of(Region.values());

    private final int block;
    private final Dice dice;
    private final Set<Phone> taken = new HashSet<>();
    private int people;

    Cast(int block, Dice dice) {
        this.block = block;
        this.dice = dice;
    }

    int size() {
        return people;
    }

    Person person() {
        return person(dice.one(NAMES));
    }

    /** Shares a name with somebody and nothing else, though much looks alike. */
    Person lookAlikeOf(Person other) {
        Person fresh = person(other.name());
        Phone near = other.phone().region().nearTo(other.phone());
        return new Person(
                other.name(),
                taken.add(near) ? near : fresh.phone(),
                fresh.secondPhone(),
                "x" + other.email(),
                fresh.secondEmail(),
                fresh.telegramId(),
                other.username() + "_x",
                other.botNickname() + "x");
    }

    Person person(String name) {
        int number = people++;
        String handle = "p" + letters(number) + "_s" + letters(block);
        Region region = dice.one(REGIONS);
        return new Person(
                name,
                phone(region),
                phone(region),
                handle + "@" + dice.one(DOMAINS),
                "office." + handle + "@" + dice.one(DOMAINS),
                FIRST_TELEGRAM_ID + LARGEST_POPULATION * block + number,
                "tg_" + handle,
                "bot_" + handle);
    }

    private Phone phone(Region region) {
        Phone phone = region.phone(block, dice);
        while (!taken.add(phone)) {
            phone = region.phone(block, dice);
        }
        return phone;
    }

    /** A number without digits, so that nobody takes it for a phone. */
    static String letters(int number) {
        return Integer.toString(number + 1000, 26)
                .chars()
                .map(c -> c < 'a' ? 'q' + c - '0' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
