package io.leadbraid.merger.decisions;

import io.leadbraid.model.LeadId;
import java.time.Instant;

/** One person's leads that stay two on purpose. */
public record KeptApart(String id, LeadId a, LeadId b, String reason, String actor, Instant at) {}
