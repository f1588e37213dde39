package io.leadbraid.simulator.population;

/** When something is said. Within an act there is no order. */
enum Act {
    /** Before everything else. */
    OPENING,
    MAIN,
    /** After all the rest has been understood. */
    CODA
}
