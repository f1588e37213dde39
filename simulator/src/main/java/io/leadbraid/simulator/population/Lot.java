package io.leadbraid.simulator.population;

/**
 * What keeps populations apart: the numbers, ids and words of different lots have nothing in common, but for phones, whose
 * numbers are few; those differ between the ten blocks.
 *
 * @param block 0 to 9
 */
record Lot(int block, int series) {

    private static final int BLOCKS = 10;
    private static final int SERIES = 400;
    private static final long LARGEST_POPULATION = 10_000_000L;

    Lot {
        if (block < 0 || block >= BLOCKS) {
            throw new IllegalArgumentException("there is room for " + BLOCKS + " populations");
        }
    }

    static Lot of(int block, long seed) {
        return new Lot(block, Math.floorMod(seed, SERIES));
    }

    int number() {
        return BLOCKS * series + block;
    }

    /** The first of the ids of this lot. */
    long first() {
        return LARGEST_POPULATION * number();
    }

    String letters() {
        return Cast.letters(number());
    }
}
