package io.leadbraid.api;

import io.leadbraid.access.Caller;
import io.leadbraid.access.Scope;
import io.leadbraid.access.problem.ProblemException;
import io.leadbraid.merger.leads.Leads;
import io.leadbraid.merger.leads.SourceOnLead;
import io.leadbraid.model.Lead;
import io.leadbraid.model.SourceAddress;
import io.leadbraid.model.SourceId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where a person's address on a channel has ended up. */
@RestController
@Tag(name = "Sources")
class SourceController {

    /** A source and the lead that it belongs to now. */
    record SourceAndLead(Lead.Source source, Lead lead) {}

    private final Leads leads;

    SourceController(Leads leads) {
        this.leads = leads;
    }

    @GetMapping("/api/v1/sources")
    @Operation(summary = "Find a source and its lead, once its client has written")
    SourceAndLead find(
            @AuthenticationPrincipal Caller caller,
            @RequestParam String channel,
            @RequestParam(defaultValue = "") String account,
            @RequestParam String externalUserId) {
        caller.require(Scope.LEAD_READ);
        if (channel.isBlank() || externalUserId.isBlank()) {
            throw ProblemException.invalid(channel.isBlank() ? "channel" : "externalUserId", "must not be blank");
        }
        SourceId id = SourceId.of(caller.workspace(), new SourceAddress(channel, account, externalUserId));
        SourceOnLead found =
                leads.source(caller.workspace(), id).orElseThrow(() -> ProblemException.notFound("source"));
        Lead lead =
                leads.find(caller.workspace(), found.leadId()).orElseThrow(() -> ProblemException.notFound("source"));
        return new SourceAndLead(found.source(), lead);
    }
}
