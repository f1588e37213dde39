package io.leadbraid.api;

import io.leadbraid.access.Caller;
import io.leadbraid.access.Scope;
import io.leadbraid.api.IdentifierReading.Written;
import io.leadbraid.merger.decisions.SharedIdentifier;
import io.leadbraid.merger.decisions.Sharing;
import io.leadbraid.merger.leads.Page;
import io.leadbraid.model.DecisionId;
import io.leadbraid.model.Identifier;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
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

/** An office's phone, a family's e-mail: identifiers that many have. */
@RestController
@RequestMapping(SharedIdentifierController.PATH)
@Tag(name = "Decisions")
class SharedIdentifierController {

    static final String PATH = "/api/v1/shared-identifiers";

    private final Sharing sharing;
    private final IdentifierReading reading;

    SharedIdentifierController(
            Sharing sharing, @Value("${leadbraid.ingestion.default-region:RU}") String defaultRegion) {
        this.sharing = sharing;
        this.reading = new IdentifierReading(defaultRegion);
    }

    /**
     * An identifier as it arrives.
     *
     * @param namespace of a nickname: {@code telegram}, or the name of a bot's channel
     * @param region of a phone that is written as at home
     */
    record Wanted(
            @Nullable String kind,
            @Nullable String namespace,
            @Nullable String value,
            @Nullable String region,
            @Nullable String reason) {}

    private record Complete(Identifier identifier, String reason) {}

    @PostMapping
    @Operation(
            summary = "Declare an identifier shared",
            description =
                    "kind is phone, email or nickname; the value in any spelling. Whoever only states it is known by it to"
                            + " nobody from then on; those whom a platform knows by it stay linked. With preview=true it only says how"
                            + " many it concerns. A repeat answers with what is in force.")
    ResponseEntity<?> share(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = "false") boolean preview,
            @RequestBody Wanted wanted) {
        caller.require(Scope.IDENTIFIER_SHARE);
        Complete complete = complete(wanted, !preview);
        if (preview) {
            return ResponseEntity.ok(sharing.preview(caller, complete.identifier()));
        }
        SharedIdentifier shared = sharing.share(caller, complete.identifier(), complete.reason());
        return ResponseEntity.created(URI.create(PATH + "/" + shared.id())).body(shared);
    }

    @GetMapping
    @Operation(summary = "List shared identifiers", description = "From the newest on.")
    Page<SharedIdentifier> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Parameters.DEFAULT_LIMIT) int limit) {
        caller.require(Scope.LEAD_READ);
        return sharing.list(caller.workspace(), Parameters.text(cursor), Parameters.limit(limit));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "End the sharing of an identifier",
            description =
                    "kind and value in the body or as parameters. Where open leads may come together it needs lead.merge"
                            + " too.")
    void end(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String value,
            @RequestBody(required = false) @Nullable Wanted body) {
        caller.require(Scope.IDENTIFIER_SHARE);
        Wanted wanted = body == null ? new Wanted(kind, null, value, null, null) : body;
        Complete complete = complete(wanted, false);
        sharing.end(caller, complete.identifier(), complete.reason());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End the sharing of an identifier, by its id")
    void end(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        sharing.end(caller, new DecisionId(id), "");
    }

    private Complete complete(Wanted wanted, boolean needsReason) {
        Fields fields = new Fields();
        Written written = new Written(
                fields.optional("kind", wanted.kind()),
                fields.optional("namespace", wanted.namespace()),
                fields.required("value", wanted.value()),
                fields.optional("region", wanted.region()));
        Optional<Identifier> identifier = reading.read(written, fields);
        String reason = fields.reason(wanted.reason(), needsReason);
        fields.check();
        return new Complete(identifier.orElseThrow(), reason);
    }
}
