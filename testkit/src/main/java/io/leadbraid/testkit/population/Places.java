package io.leadbraid.testkit.population;

import java.util.List;
import java.util.stream.Stream;

/** The accounts that one population writes to; no other population writes there. */
record Places(List<Place.Telegram> bots, List<Place.Form> forms, List<Place.Pushed> pushed) {

    private static final long FIRST_BOT = 7_100_000_000L;
    private static final long ROOM = 10;

    static Places of(int block) {
        String suffix = "-" + Cast.letters(block);
        return new Places(
                List.of(new Place.Telegram(FIRST_BOT + ROOM * block), new Place.Telegram(FIRST_BOT + ROOM * block + 1)),
                Stream.of(Region.values())
                        .map(region -> new Place.Form("landing " + region + suffix, region.name()))
                        .toList(),
                List.of(
                        new Place.Pushed("viber" + suffix, ""),
                        new Place.Pushed("viber" + suffix, "shop"),
                        new Place.Pushed("instagram" + suffix, ""),
                        new Place.Pushed("wa-bot" + suffix, "")));
    }

    Place.Form formIn(Region region) {
        return forms.stream()
                .filter(form -> form.region().equals(region.name()))
                .findFirst()
                .orElseThrow();
    }

    List<Place> all() {
        return Stream.of(bots, forms, pushed).<Place>flatMap(List::stream).toList();
    }

    /** A user's id on a pushed channel: a number that is somebody else's on the next one, and on Telegram. */
    String userAt(Place.Pushed place, Person person) {
        return Long.toString(person.telegramId() + pushed.indexOf(place));
    }
}
