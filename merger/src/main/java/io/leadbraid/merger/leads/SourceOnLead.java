package io.leadbraid.merger.leads;

import io.leadbraid.model.Lead;
import io.leadbraid.model.LeadId;

/** A source with its current lead. */
public record SourceOnLead(Lead.Source source, LeadId leadId) {}
