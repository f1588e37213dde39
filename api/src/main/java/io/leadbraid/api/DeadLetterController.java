package io.leadbraid.api;

import io.leadbraid.access.Caller;
import io.leadbraid.access.Scope;
import io.leadbraid.merger.consumption.DeadLetter;
import io.leadbraid.merger.consumption.DeadLetters;
import io.leadbraid.merger.leads.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Records that could not be worked on. */
@RestController
@RequestMapping("/api/v1/dead-letters")
@Tag(name = "Operations")
class DeadLetterController {

    private final DeadLetters deadLetters;

    DeadLetterController(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    @GetMapping
    @Operation(
            summary = "List dead letters",
            description = "By their coordinates, without content; from the newest on.")
    Page<DeadLetter> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Parameters.DEFAULT_LIMIT) int limit) {
        caller.require(Scope.CHANNEL_CONFIGURE);
        return deadLetters.list(caller.workspace(), Parameters.text(cursor), Parameters.limit(limit));
    }

    @PostMapping("/{id}/replay")
    @Operation(summary = "Try a dead letter again")
    DeadLetter replay(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return deadLetters.replay(caller, id);
    }
}
