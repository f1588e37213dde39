package io.leadbraid.api;

import io.leadbraid.access.Caller;
import io.leadbraid.access.Scope;
import io.leadbraid.merger.decisions.Separation;
import io.leadbraid.merger.decisions.Separations;
import io.leadbraid.merger.leads.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Not the same person. */
@RestController
@RequestMapping(SeparationController.PATH)
@Tag(name = "Decisions")
class SeparationController {

    static final String PATH = "/api/v1/separations";

    private final Separations separations;

    SeparationController(Separations separations) {
        this.separations = separations;
    }

    @PostMapping
    @Operation(
            summary = "Separate two people",
            description =
                    "a and b are ids of sources or leads. Outlives every later link, until it is deleted. A lead and one of"
                            + " its own sources separates that source from the others. A repeat answers with the separation that is in"
                            + " force.")
    ResponseEntity<Separation> separate(@AuthenticationPrincipal Caller caller, @RequestBody Distinction wanted) {
        caller.require(Scope.SEPARATION_EDIT);
        Distinction.Complete complete = wanted.withReason();
        Separation made = separations.separate(caller, complete.a(), complete.b(), complete.reason());
        return ResponseEntity.created(URI.create(PATH + "/" + made.id())).body(made);
    }

    @GetMapping
    @Operation(summary = "List separations", description = "Those in force, from the newest on.")
    Page<Separation> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Parameters.DEFAULT_LIMIT) int limit) {
        caller.require(Scope.LEAD_READ);
        return separations.list(caller.workspace(), Parameters.text(cursor), Parameters.limit(limit));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Lift a separation",
            description =
                    "Evidence may bring them together again. Where open leads may come together it needs lead.merge too.")
    void lift(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        separations.lift(caller, id);
    }
}
