package io.leadbraid.ingestion.intake;

import java.util.Locale;

/** What became of something that came in. */
public enum Outcome {
    /** Stored for the first time, as far as known. */
    ACCEPTED,
    /** Known to be stored already. */
    REPEATED,
    /** Understood, and of no use for leads. */
    IGNORED,
    /** Kept raw, because nobody could read it. */
    QUARANTINED,
    /** Not taken because of what it is: too large, forged, invalid. */
    REJECTED,
    /** Not taken because it could not be stored. */
    REFUSED;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
