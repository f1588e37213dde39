package io.leadbraid.api;

import io.leadbraid.access.Caller;
import io.leadbraid.access.Scope;
import io.leadbraid.access.problem.ProblemException;
import io.leadbraid.merger.audit.Histories;
import io.leadbraid.merger.audit.HistoryItem;
import io.leadbraid.merger.leads.Page;
import io.leadbraid.merger.reasons.Reasons;
import io.leadbraid.merger.why.Language;
import io.leadbraid.merger.why.Why;
import io.leadbraid.model.LeadId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Why a lead is what it is, and how it became so. */
@RestController
@RequestMapping(LeadController.PATH)
@Tag(name = "Leads")
class ReasonController {

    private final Reasons reasons;
    private final Histories histories;

    ReasonController(Reasons reasons, Histories histories) {
        this.reasons = reasons;
        this.histories = histories;
    }

    @GetMapping("/{id}/why")
    @Operation(
            summary = "Say why sources are one person's, or are not",
            description =
                    "With other: the chain of evidence between the lead and a source or another lead whose weakest link is the"
                            + " strongest. Without: the strongest links that join all sources of the lead. blockedBy is the rule"
                            + " that keeps the two apart. The sentence is in the language that Accept-Language prefers of en, ru,"
                            + " de, zh.")
    ResponseEntity<Why> why(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @Parameter(description = "A source or a lead; an absorbed lead stands for its survivor.")
                    @RequestParam(required = false)
                    @Nullable
                    String other,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        caller.require(Scope.LEAD_READ);
        Optional<String> known = Parameters.text(other);
        if (other != null && known.isEmpty()) {
            throw ProblemException.invalid("other", "must be the id of a source or a lead");
        }
        Language language = Language.preferredIn(Optional.ofNullable(acceptLanguage));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_LANGUAGE, language.locale().toLanguageTag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body(reasons.why(caller.workspace(), new LeadId(id), known, language));
    }

    @GetMapping("/{id}/history")
    @Operation(
            summary = "Read what was done to a lead",
            description =
                    "And to all that it has absorbed, in the order in which it was done; merges with their evidence.")
    Page<HistoryItem> history(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Parameters.DEFAULT_LIMIT) int limit) {
        caller.require(Scope.LEAD_READ);
        return histories
                .page(caller.workspace(), new LeadId(id), Parameters.text(cursor), Parameters.limit(limit))
                .orElseThrow(() -> ProblemException.notFound("lead"));
    }
}
