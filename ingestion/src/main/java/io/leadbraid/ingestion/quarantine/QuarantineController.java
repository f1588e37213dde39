package io.leadbraid.ingestion.quarantine;

import io.leadbraid.access.Caller;
import io.leadbraid.access.Scope;
import io.leadbraid.access.problem.ProblemException;
import io.leadbraid.ingestion.intake.Receipt;
import io.leadbraid.ingestion.normal.Texts;
import io.leadbraid.model.EventId;
import io.leadbraid.model.SourceId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The quarantine over the API. */
@RestController
@RequestMapping("/api/v1/quarantine")
class QuarantineController {

    private static final int MOST = 200;
    private static final QuarantineRows.Place NEWEST =
            new QuarantineRows.Place(Instant.parse("9999-12-31T00:00:00Z"), "");

    record Page(
            List<QuarantineRows.Waiting> items, @Nullable String nextCursor) {}

    record Contact(EventId eventId, SourceId sourceId, String status) {

        static Contact of(Receipt receipt) {
            return new Contact(receipt.event(), receipt.source(), receipt.repeated() ? "duplicate" : "accepted");
        }
    }

    record Replayed(String id, List<Contact> results) {}

    private final QuarantineRows rows;
    private final Replaying replaying;

    QuarantineController(QuarantineRows rows, Replaying replaying) {
        this.rows = rows;
        this.replaying = replaying;
    }

    @GetMapping
    Page list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        caller.require(Scope.CHANNEL_CONFIGURE);
        int size = Math.clamp(limit, 1, MOST);
        List<QuarantineRows.Waiting> found =
                rows.waiting(caller.workspace(), cursor == null ? NEWEST : place(cursor), size);
        return new Page(found, found.size() < size ? null : cursorAfter(found.getLast()));
    }

    @PostMapping("/{id}/replay")
    Replayed replay(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        caller.require(Scope.CHANNEL_CONFIGURE);
        return new Replayed(
                id,
                replaying.replay(caller.workspace(), id).stream()
                        .map(Contact::of)
                        .toList());
    }

    private static String cursorAfter(QuarantineRows.Waiting last) {
        return last.receivedAt() + "_" + last.id();
    }

    private static QuarantineRows.Place place(String cursor) {
        int end = cursor.indexOf('_');
        try {
            return new QuarantineRows.Place(
                    Instant.parse(cursor.substring(0, Math.max(0, end))), Texts.storable(cursor.substring(end + 1)));
        } catch (DateTimeException none) {
            throw ProblemException.invalid("cursor", "is none that a list gave");
        }
    }
}
