package io.leadbraid.merger.why;

import io.leadbraid.merger.rules.Link;
import io.leadbraid.model.SourceId;

/** A link as it is walked. */
record Leg(SourceId from, SourceId to, Link link) {

    /** @param from one of its ends */
    static Leg of(SourceId from, Link link) {
        return new Leg(from, link.from().equals(from) ? link.to() : link.from(), link);
    }
}
