package io.leadbraid.simulator.population;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The accounts that one population writes to; no other population writes there. */
record Places(
        List<Place.Telegram> bots,
        List<Place.WhatsApp> numbers,
        List<Place.Avito> shops,
        List<Place.Form> forms,
        List<Place.Pushed> pushed) {

    private static final long FIRST_BOT = 7_100_000_000L;
    private static final long FIRST_NUMBER = 310_000_000_000_000L;
    private static final long FIRST_SHOP = 20_000_000L;
    private static final long ROOM = 10;

    static Places of(Lot lot, Set<Place.Kind> kinds) {
        String suffix = "-" + lot.letters();
        long first = ROOM * lot.number();
        return new Places(
                only(kinds, List.of(new Place.Telegram(FIRST_BOT + first), new Place.Telegram(FIRST_BOT + first + 1))),
                only(kinds, List.of(new Place.WhatsApp(Long.toString(FIRST_NUMBER + first)))),
                only(kinds, List.of(new Place.Avito(FIRST_SHOP + first))),
                Stream.of(Region.values())
                        .filter(region -> kinds.contains(Place.Kind.FORM))
                        .map(region -> new Place.Form("landing " + region + suffix, region.name()))
                        .toList(),
                only(
                        kinds,
                        List.of(
                                new Place.Pushed("viber" + suffix, ""),
                                new Place.Pushed("viber" + suffix, "shop"),
                                new Place.Pushed("instagram" + suffix, ""),
                                new Place.Pushed("wa-bot" + suffix, ""))));
    }

    private static <P extends Place> List<P> only(Set<Place.Kind> kinds, List<P> places) {
        return places.stream().filter(place -> kinds.contains(place.kind())).toList();
    }

    Place.Form formIn(Region region) {
        return forms.stream()
                .filter(form -> form.region().equals(region.name()))
                .findFirst()
                .orElseThrow();
    }

    /** Where a person of that region may write, on a channel of that kind. */
    List<? extends Place> of(Place.Kind kind, Region region) {
        return switch (kind) {
            case TELEGRAM -> bots;
            case WHATSAPP -> numbers;
            case AVITO -> shops;
            case FORM -> forms.isEmpty() ? forms : List.of(formIn(region));
            case PUSH -> pushed;
        };
    }

    List<Place> all() {
        return Stream.of(bots, numbers, shops, forms, pushed)
                .<Place>flatMap(List::stream)
                .toList();
    }

    boolean has(Place.Kind... kinds) {
        return Stream.of(kinds).allMatch(kind -> all().stream().anyMatch(place -> place.kind() == kind));
    }

    /** A user's id on a pushed channel: a number that is somebody else's on the next one, and on Telegram. */
    String userAt(Place.Pushed place, Person person) {
        return Long.toString(person.telegramId() + pushed.indexOf(place));
    }
}
