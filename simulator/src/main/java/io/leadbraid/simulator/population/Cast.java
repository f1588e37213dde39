package io.leadbraid.simulator.population;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Invents people. Names repeat, as names do; what identifies never does, unless a scene wants it. */
final class Cast {

    private static final List<String> DOMAINS = List.of("example.com", "example.org", "mail.example.net");
    private static final long FIRST_TELEGRAM_ID = 100_000_000L;
    private static final long FIRST_AVITO_ID = 30_000_000L;

    private final Lot lot;
    private final Dice dice;
    private final Weighted<String> languages;
    private final Map<String, Weighted<Region>> regions;
    private final Map<String, NameBook> names = new HashMap<>();
    private final Set<Phone> taken = new HashSet<>();
    private int numbers;
    private int selves;

    Cast(Lot lot, Parameters parameters, Dice dice) {
        this.lot = lot;
        this.dice = dice;
        Map<String, Integer> shares = parameters.group("language");
        this.languages = Weighted.of(shares);
        this.regions = shares.keySet().stream()
                .collect(Collectors.toMap(language -> language, language -> regions(parameters, language)));
    }

    private static Weighted<Region> regions(Parameters parameters, String language) {
        Weighted<Region> regions = new Weighted<>();
        parameters.weights("region." + language).forEach((region, weight) -> regions.add(Region.named(region), weight));
        return regions;
    }

    /** How many people there are. */
    int size() {
        return numbers - selves;
    }

    Person person() {
        return person(book(languages.pick(dice)).draw(dice));
    }

    /** A stranger of the same name. */
    Person namesakeOf(Person other) {
        return person(other.name());
    }

    /** The same person with other numbers, ids and addresses. */
    Person otherSelfOf(Person one) {
        selves++;
        return one.as(person(one.name()));
    }

    Person relativeOf(Person other) {
        return person(book(other.name().language()).relative(other.name(), dice));
    }

    /** Shares a name with somebody and nothing else, though much looks alike. */
    Person lookAlikeOf(Person other) {
        Person fresh = person(other.name());
        Phone near = other.phone().region().nearTo(other.phone());
        return new Person(
                fresh.number(),
                other.name(),
                taken.add(near) ? near : fresh.phone(),
                fresh.secondPhone(),
                "x" + other.email(),
                fresh.secondEmail(),
                fresh.telegramId(),
                other.username() + "_x",
                other.botNickname() + "x",
                fresh.whatsapp(),
                fresh.avito());
    }

    private Person person(Name name) {
        int number = numbers++;
        // no word that could be taken for a tag
        String handle = "k" + letters(number) + lot.letters() + "z";
        String latin = name.latin().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        Region region = regions(name);
        return new Person(
                number,
                name,
                phone(region),
                phone(region),
                latin + "." + handle + "@" + dice.one(DOMAINS),
                "work." + handle + "@" + dice.one(DOMAINS),
                FIRST_TELEGRAM_ID + lot.first() + number,
                latin + "_" + handle,
                latin + "." + handle,
                region.name() + "." + (lot.first() + number) + "7" + dice.number(100_000, 999_999),
                FIRST_AVITO_ID + lot.first() + number);
    }

    private Region regions(Name name) {
        return Objects.requireNonNull(regions.get(name.language())).pick(dice);
    }

    private NameBook book(String language) {
        return names.computeIfAbsent(language, NameBook::new);
    }

    /** A number that nobody has. */
    Phone phone(Region region) {
        Phone phone = region.phone(lot.block(), dice);
        while (!taken.add(phone)) {
            phone = region.phone(lot.block(), dice);
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
