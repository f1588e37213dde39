package io.leadbraid.merger.leads;

import io.leadbraid.model.Lead;
import io.leadbraid.model.LeadId;
import org.jspecify.annotations.Nullable;

/**
 * A source with its current lead.
 *
 * @param leadId absent until the client writes
 */
public record SourceOnLead(Lead.Source source, @Nullable LeadId leadId) {}
