package io.leadbraid.simulator.population;

/** A number, and how it may be written. */
record Phone(Region region, String subscriber, String e164) {

    /** As a person of the same region may type it. */
    String atHome(Dice dice) {
        return dice.chance(30) ? abroad(dice) : dice.one(region.nationalSpellings(subscriber));
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
