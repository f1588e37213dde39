package io.leadbraid.merger.merges;

import io.leadbraid.model.LeadId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A merge that was made.
 *
 * @param cause {@code automatic}, or what a person did
 * @param rule by which rule it was made, where it was automatic
 */
public record LeadMerge(
        String id,
        LeadId survivorId,
        List<LeadId> absorbedIds,
        String cause,
        @Nullable String rule,
        String actor,
        Instant at,
        @Nullable Instant undoneAt) {}
