package io.leadbraid.simulator.population;

import java.util.List;

/** A number, and how it may be written. */
record Phone(Region region, String subscriber, String e164) {

    private static final List<String> WORDS = List.of("тел. ", "Tel. ", "Tel.: ", "моб ", "phone: ");

    /** As a person of the same region may type it. */
    String atHome(Dice dice) {
        return dice.chance(30) ? abroad(dice) : dice.one(region.nationalSpellings(subscriber));
    }

    /** In a field for phones, where some put words before it. */
    String inField(String spelled, Dice dice) {
        return dice.chance(6) ? dice.one(WORDS) + spelled : spelled;
    }

    /** So that it can be dialled from anywhere. */
    String abroad(Dice dice) {
        return dice.one(region.internationalSpellings(subscriber));
    }

    /** As platforms send it: digits only, with or without the plus. */
    String bare(Dice dice) {
        String digits = dice.one(region.platformSpellings(subscriber));
        return dice.chance(50) ? "+" + digits : digits;
    }
}
