package io.leadbraid.resolver.names;

/** What a name tells of its bearer. */
enum Sex {
    MALE,
    FEMALE,
    UNTOLD;

    static Sex ofMark(String mark) {
        return switch (mark) {
            case "m" -> MALE;
            case "f" -> FEMALE;
            default -> UNTOLD;
        };
    }

    /** Untold when the two contradict each other. */
    Sex and(Sex other) {
        return this == UNTOLD ? other : other == UNTOLD || other == this ? this : UNTOLD;
    }
}
