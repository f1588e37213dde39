package io.leadbraid.merger.decisions;

import io.leadbraid.access.problem.ProblemException;
import io.leadbraid.model.LeadId;
import io.leadbraid.model.SourceId;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Whom a command means by an id.
 *
 * @param sources the source itself, or all of the lead
 * @param lead the one that the id names, or its survivor
 */
record Party(Set<SourceId> sources, Optional<LeadId> lead) {

    Party {
        sources = Set.copyOf(sources);
    }

    /** A lead of which one source is told apart means its other sources. */
    Set<SourceId> without(Party other) {
        if (lead.isEmpty() || other.lead.isPresent()) {
            return sources;
        }
        Set<SourceId> rest = new HashSet<>(sources);
        rest.removeAll(other.sources);
        return rest;
    }

    /** @throws ProblemException 422, naming the field, when somebody is on both sides or one side is empty */
    static void refuseOverlap(String field, Set<SourceId> one, Set<SourceId> other) {
        if (one.isEmpty() || other.isEmpty()) {
            throw ProblemException.invalid(field, "leaves nobody on the other side");
        }
        if (!Collections.disjoint(one, other)) {
            throw ProblemException.invalid(
                    field, "must not be, or have sources in common with, what it is told apart from");
        }
    }
}
