package io.leadbraid.api;

import io.leadbraid.access.Caller;
import io.leadbraid.access.Scope;
import io.leadbraid.merger.decisions.KeepingApart;
import io.leadbraid.merger.decisions.KeptApart;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One person, two leads on purpose. */
@RestController
@RequestMapping("/api/v1/keep-apart")
@Tag(name = "Decisions")
class KeepApartController {

    private final KeepingApart keepingApart;

    KeepApartController(KeepingApart keepingApart) {
        this.keepingApart = keepingApart;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Keep two leads apart",
            description =
                    "a and b are ids of leads of one person, which do not merge by themselves until this is deleted.")
    KeptApart keep(@AuthenticationPrincipal Caller caller, @RequestBody Distinction wanted) {
        caller.require(Scope.SEPARATION_EDIT);
        Distinction.Complete complete = wanted.withReason();
        return keepingApart.keep(caller, complete.a(), complete.b(), complete.reason());
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Keep two leads apart no longer",
            description = "a and b in the body or as parameters. Where both are open it needs lead.merge too.")
    void end(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable String a,
            @RequestParam(required = false) @Nullable String b,
            @RequestBody(required = false) @Nullable Distinction body) {
        caller.require(Scope.SEPARATION_EDIT);
        Distinction.Complete complete = (body == null ? new Distinction(a, b, null) : body).complete();
        keepingApart.end(caller, complete.a(), complete.b(), complete.reason());
    }
}
