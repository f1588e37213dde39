package io.leadbraid.api;

import io.leadbraid.access.Caller;
import io.leadbraid.access.Scope;
import io.leadbraid.access.problem.ProblemException;
import io.leadbraid.merger.leads.Page;
import io.leadbraid.merger.merges.LeadMerge;
import io.leadbraid.merger.merges.MergeRequest;
import io.leadbraid.merger.merges.MergeRequests;
import io.leadbraid.merger.merges.Merges;
import io.leadbraid.model.LeadId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Merges that were made, and those that wait for somebody entitled. */
@RestController
@Tag(name = "Merges")
class MergeController {

    private static final Set<String> STATUSES = Set.of("open", "approved", "rejected", "withdrawn", "expired");

    private final Merges merges;
    private final MergeRequests requests;

    MergeController(Merges merges, MergeRequests requests) {
        this.merges = merges;
        this.requests = requests;
    }

    @GetMapping("/api/v1/merges")
    @Operation(summary = "List merges", description = "From the newest on; of one lead with leadId.")
    Page<LeadMerge> merges(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable String leadId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Parameters.DEFAULT_LIMIT) int limit) {
        caller.require(Scope.LEAD_READ);
        return merges.list(
                caller.workspace(),
                Parameters.text(leadId).map(LeadId::new),
                Parameters.text(cursor),
                Parameters.limit(limit));
    }

    @GetMapping("/api/v1/merge-requests")
    @Operation(summary = "List merge requests", description = "Open ones by default, from the newest on.")
    Page<MergeRequest> requests(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = "open") String status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Parameters.DEFAULT_LIMIT) int limit) {
        caller.require(Scope.LEAD_READ);
        if (!STATUSES.contains(status)) {
            throw ProblemException.invalid("status", "must be one of open, approved, rejected, withdrawn, expired");
        }
        return requests.list(caller.workspace(), status, Parameters.text(cursor), Parameters.limit(limit));
    }
}
