package io.leadbraid.ingestion.form;

import io.leadbraid.ingestion.channel.Posting;
import io.leadbraid.model.Digest;
import io.leadbraid.model.EventId;
import io.leadbraid.model.WorkspaceId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which submissions are one and the same: those with the same transaction id; else those with the same mark of a repeat and
 * the same fields (a page may be sent again after a correction); else those with the same fields within ten minutes.
 */
final class FormEvents {

    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final List<String> MARKS =
            List.of("uuid", "submissionid", "requestid", "idempotencykey", "leadid", "leadgenid");

    /** Differ each time, whatever was filled in. */
    private static final Pattern VOLATILE =
            Pattern.compile("(?i).*(?:captcha|token|nonce|csrf|timestamp|submitted_(?:date|time)).*");

    private final BiPredicate<WorkspaceId, EventId> mayBeStored;

    /**
     * @param mayBeStored whether an event is remembered as stored, or as one that was refused and may be stored nevertheless: a
     *     double click may fall on the edge of two windows, and so may a repeat of what was answered 503
     */
    FormEvents(BiPredicate<WorkspaceId, EventId> mayBeStored) {
        this.mayBeStored = mayBeStored;
    }

    /** @param transaction the sender's own number of the submission */
    EventId idOf(Posting posting, Optional<String> transaction, Submission submission) {
        if (transaction.isPresent()) {
            return id(posting, "transaction", transaction.get());
        }
        String content = submission.fields().stream()
                .filter(field -> !VOLATILE.matcher(field.key()).matches())
                .map(field -> Digest.of(field.key(), field.value()))
                .sorted()
                .collect(Collectors.joining());
        Optional<String> mark = posting.idempotencyKey().or(() -> submission.first(MARKS));
        if (mark.isPresent()) {
            return id(posting, "mark", Digest.of(mark.get(), content));
        }
        long window = posting.receivedAt().getEpochSecond() / WINDOW.toSeconds();
        EventId earlier = id(posting, "window", Digest.of(Long.toString(window - 1), content));
        return mayBeStored.test(posting.channel().workspace(), earlier)
                ? earlier
                : id(posting, "window", Digest.of(Long.toString(window), content));
    }

    private static EventId id(Posting posting, String kind, String value) {
        return new EventId(Digest.of(
                "form",
                posting.channel().workspace().toString(),
                posting.channel().id(),
                kind,
                value));
    }
}
