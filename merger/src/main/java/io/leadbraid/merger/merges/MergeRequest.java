package io.leadbraid.merger.merges;

import io.leadbraid.model.LeadId;
import java.time.Instant;
import java.util.List;

/**
 * Leads that look like one person's and that nobody may bring together without being asked.
 *
 * @param reason the rule that asks
 */
public record MergeRequest(
        String id, List<LeadId> leadIds, String reason, String status, Instant createdAt, Instant expiresAt) {}
