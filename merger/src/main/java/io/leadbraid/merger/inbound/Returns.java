package io.leadbraid.merger.inbound;

import io.leadbraid.model.LeadId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What becomes of messages for leads that were not open.
 *
 * @param openings leads that open because the earlier ones closed too long ago
 * @param moved the episodes of messages that belong to these
 */
record Returns(Set<LeadId> reopened, List<Opening> openings, Map<MessageKey, Integer> moved) {}
