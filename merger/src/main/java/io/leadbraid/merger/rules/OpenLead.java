package io.leadbraid.merger.rules;

import io.leadbraid.model.LeadId;
import java.time.Instant;
import java.util.Comparator;

/**
 * An open lead, with what decides whether and how it merges.
 *
 * @param stage how far along it is
 * @param workedOn whether a person has done anything to it but read it
 * @param held whether a split waits for an answer, so that nothing merges into it
 */
public record OpenLead(
        LeadId id, int stage, Instant createdAt, boolean hasContact, boolean assigned, boolean workedOn, boolean held) {

    /** The survivor of a merge comes first: furthest along, oldest, with a contact, with an owner. */
    public static final Comparator<OpenLead> SURVIVOR_FIRST = Comparator.comparingInt(OpenLead::stage)
            .reversed()
            .thenComparing(OpenLead::createdAt)
            .thenComparing(OpenLead::hasContact, Comparator.reverseOrder())
            .thenComparing(OpenLead::assigned, Comparator.reverseOrder())
            .thenComparing(OpenLead::id);
}
