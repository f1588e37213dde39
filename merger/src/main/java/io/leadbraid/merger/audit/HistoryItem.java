package io.leadbraid.merger.audit;

import io.leadbraid.merger.why.Shared;
import io.leadbraid.model.LeadId;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.Trust;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done to a lead, or to one that it has absorbed.
 *
 * @param actorKind {@code system}, {@code key} or {@code user}
 * @param leadId to which of them
 * @param merge which merge it was, where the lead survived one
 */
public record HistoryItem(
        String id,
        Instant at,
        String action,
        String actorKind,
        String actor,
        LeadId leadId,
        Map<String, Object> details,
        @Nullable Merge merge) {

    /**
     * A merge and the evidence on which it was made.
     *
     * @param cause {@code automatic}, or what a person did
     * @param rule by which rule it was made, where it was automatic
     */
    public record Merge(
            String id,
            LeadId survivorId,
            List<LeadId> absorbedIds,
            String cause,
            @Nullable String rule,
            @Nullable Instant undoneAt,
            List<Evidence> evidence) {}

    /**
     * What two sources shared when the merge was made.
     *
     * @param at when both had been seen with it
     */
    public record Evidence(SourceId from, SourceId to, Shared identifier, Trust trust, Instant at) {}
}
