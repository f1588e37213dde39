package io.leadbraid.ingestion.push;

import io.leadbraid.access.Caller;
import io.leadbraid.access.Scope;
import io.leadbraid.access.problem.FieldProblem;
import io.leadbraid.access.problem.ProblemException;
import io.leadbraid.ingestion.intake.CappedBody;
import io.leadbraid.ingestion.intake.IngestionSettings;
import io.leadbraid.ingestion.intake.IntakeCounts;
import io.leadbraid.ingestion.intake.Outcome;
import io.leadbraid.ingestion.limit.RateLimits;
import io.leadbraid.ingestion.normal.Texts;
import io.leadbraid.model.Digest;
import io.leadbraid.model.topic.Json;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Where bots push contacts. */
@RestController
class PushController {

    record Answer(List<PushResult> results) {}

    private final Pushing pushing;
    private final IdempotencyKeys keys;
    private final IntakeCounts counts;
    private final RateLimits limits;
    private final IngestionSettings settings;
    private final InstantSource clock;

    PushController(
            Pushing pushing,
            IdempotencyKeys keys,
            IntakeCounts counts,
            RateLimits limits,
            IngestionSettings settings,
            InstantSource clock) {
        this.pushing = pushing;
        this.keys = keys;
        this.counts = counts;
        this.limits = limits;
        this.settings = settings;
        this.clock = clock;
    }

    @PostMapping("/api/v1/inbound")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Answer push(
            @AuthenticationPrincipal Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            HttpServletRequest request)
            throws IOException {
        caller.require(Scope.INBOUND_PUSH);
        byte[] body = CappedBody.read(request, settings.pushLimit())
                .orElseThrow(() -> refused(CappedBody.tooLarge(settings.pushLimit())));
        List<JsonNode> items = items(body);
        Optional<ProblemException> tooFast =
                limits.refusePush(caller.workspace() + " " + caller.actor().id(), items.size());
        if (tooFast.isPresent()) {
            throw refused(tooFast.get());
        }
        String bodyHash = Digest.of("body", new String(body, StandardCharsets.ISO_8859_1));
        Optional<String> key =
                Optional.ofNullable(idempotencyKey).map(Texts::oneLine).filter(given -> !given.isEmpty());
        key.ifPresent(given -> check(caller, given, bodyHash));
        List<PushResult> results = pushing.push(new Push(caller, key, bodyHash, clock.instant()), items);
        if (results.stream().allMatch(result -> result.status().equals("rejected"))) {
            throw allRejected(results);
        }
        return new Answer(results);
    }

    private List<JsonNode> items(byte[] body) {
        JsonNode json = parse(body);
        List<JsonNode> items = json.isArray() ? json.valueStream().toList() : List.of(json);
        if (items.size() > settings.pushItems()) {
            throw refused(ProblemException.of(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "too-large",
                    "There are more than " + settings.pushItems() + " contacts.",
                    Map.of("limit", settings.pushItems())));
        }
        if (items.isEmpty()) {
            throw refused(ProblemException.invalid("", "must hold at least one contact"));
        }
        return items;
    }

    private JsonNode parse(byte[] body) {
        try {
            JsonNode json = Json.MAPPER.readTree(body);
            if (json.isMissingNode()) {
                throw refused(malformed());
            }
            return json;
        } catch (JacksonException none) {
            throw refused(malformed());
        }
    }

    private static ProblemException malformed() {
        return ProblemException.of(HttpStatus.BAD_REQUEST, "malformed", "The body is no JSON in UTF-8.", Map.of());
    }

    private void check(Caller caller, String key, String bodyHash) {
        if (key.length() > Limits.IDEMPOTENCY_KEY) {
            throw refused(ProblemException.invalid(
                    "Idempotency-Key", "is longer than " + Limits.IDEMPOTENCY_KEY + " characters"));
        }
        if (!keys.fits(caller, key, bodyHash)) {
            throw refused(ProblemException.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "idempotency-key-reused",
                    "This Idempotency-Key stood for another body within the last 24 hours.",
                    Map.of()));
        }
    }

    private ProblemException refused(ProblemException problem) {
        counts.count(IntakeCounts.PUSH, Outcome.REJECTED);
        return problem;
    }

    private static ProblemException allRejected(List<PushResult> results) {
        List<FieldProblem> errors = results.stream()
                .flatMap(result -> result.errors().stream()
                        .map(error -> new FieldProblem("[" + result.index() + "]." + error.field(), error.message())))
                .toList();
        return ProblemException.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid",
                "No contact could be taken; errors names the fields.",
                Map.of("errors", errors, "results", results));
    }
}
