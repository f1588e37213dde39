package io.leadbraid.merger.why;

import java.time.Instant;

/**
 * What somebody has decided about two sides.
 *
 * @param rule {@link #SEPARATED} or {@link #KEPT_APART}
 */
public record Order(String rule, String person, Instant at) {

    /** They are different people. */
    public static final String SEPARATED = "separated";

    /** They may be one person, whose leads stay several on purpose. */
    public static final String KEPT_APART = "keep-apart";
}
