package io.leadbraid.api;

import io.leadbraid.access.Caller;
import io.leadbraid.access.Scope;
import io.leadbraid.access.problem.ProblemException;
import io.leadbraid.merger.leads.LeadCriteria;
import io.leadbraid.merger.leads.LeadEditing;
import io.leadbraid.merger.leads.Leads;
import io.leadbraid.merger.leads.Page;
import io.leadbraid.merger.leads.TimelineItem;
import io.leadbraid.model.Lead;
import io.leadbraid.model.LeadId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Leads: found, read and worked on. */
@RestController
@RequestMapping(LeadController.PATH)
@Tag(name = "Leads")
class LeadController {

    static final String PATH = "/api/v1/leads";

    private final Leads leads;
    private final LeadEditing editing;

    LeadController(Leads leads, LeadEditing editing) {
        this.leads = leads;
        this.editing = editing;
    }

    @GetMapping
    @Operation(
            summary = "List leads",
            description =
                    "Open leads by default. q finds name, phone in any spelling, e-mail, nickname, external id, lead id.")
    Page<Lead> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String assignee,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Parameters.DEFAULT_LIMIT) int limit) {
        caller.require(Scope.LEAD_READ);
        LeadCriteria criteria = new LeadCriteria(
                Parameters.status(status),
                Parameters.text(channel),
                Parameters.text(stage),
                Parameters.assignee(assignee),
                Parameters.text(q),
                Parameters.sort(sort));
        return leads.list(caller.workspace(), criteria, Parameters.text(cursor), Parameters.limit(limit));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read a lead", description = "For an absorbed id its survivor, with Content-Location.")
    ResponseEntity<Lead> read(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        caller.require(Scope.LEAD_READ);
        LeadId asked = new LeadId(id);
        Lead lead = leads.find(caller.workspace(), asked).orElseThrow(() -> ProblemException.notFound("lead"));
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().eTag(Long.toString(lead.version()));
        if (!lead.id().equals(asked)) {
            answer.header(HttpHeaders.CONTENT_LOCATION, PATH + "/" + lead.id());
        }
        return answer.body(lead);
    }

    @PatchMapping("/{id}")
    @Operation(
            summary = "Change a lead",
            description =
                    "name, stage, status, attributes; with If-Match: \"<version>\". A write to an absorbed id is 409 with survivorId.")
    ResponseEntity<Lead> change(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody LeadPatch patch) {
        caller.require(Scope.LEAD_EDIT);
        Lead changed = editing.patch(caller, new LeadId(id), ExpectedVersion.parse(ifMatch), patch.changes());
        return ResponseEntity.ok().eTag(Long.toString(changed.version())).body(changed);
    }

    @GetMapping("/{id}/timeline")
    @Operation(summary = "Read all messages of a lead", description = "Of all its sources, in the order of time.")
    Page<TimelineItem> timeline(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Parameters.DEFAULT_LIMIT) int limit) {
        caller.require(Scope.LEAD_READ);
        Optional<String> after = Parameters.text(cursor);
        return leads.timeline(caller.workspace(), new LeadId(id), after, Parameters.limit(limit))
                .orElseThrow(() -> ProblemException.notFound("lead"));
    }
}
