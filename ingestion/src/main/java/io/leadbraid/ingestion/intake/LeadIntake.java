package io.leadbraid.ingestion.intake;

import io.leadbraid.access.problem.ProblemException;
import io.leadbraid.model.EventId;
import io.leadbraid.model.InboundContact;
import io.leadbraid.model.Quarantined;
import io.leadbraid.model.WorkspaceId;
import io.leadbraid.model.topic.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * The one door: whatever the channel, a contact is durable before its sender hears that it was taken.
 *
 * <p>Thread-safe. Contacts of one call are written side by side, not one after another.
 */
public final class LeadIntake {

    private static final Logger LOG = LoggerFactory.getLogger(LeadIntake.class);
    private static final String RETRY_AFTER_SECONDS = "2";

    private final TopicWriter writer;
    private final RecentEvents recent;
    private final IntakeCounts counts;
    private final Duration within;
    private final Duration spoolWithin;

    /**
     * @param within how long Kafka may take
     * @param spoolWithin how long the spool may take after that
     */
    LeadIntake(TopicWriter writer, RecentEvents recent, IntakeCounts counts, Duration within, Duration spoolWithin) {
        this.writer = writer;
        this.recent = recent;
        this.counts = counts;
        this.within = within;
        this.spoolWithin = spoolWithin;
    }

    /**
     * Stores contacts durably.
     *
     * @return a receipt for each, in the same order
     * @throws ProblemException 503 with {@code Retry-After} when that cannot be done in time; some may be stored
     *     nevertheless, and a repeat finds them
     */
    public List<Receipt> take(List<InboundContact> contacts) {
        long began = System.nanoTime();
        Map<RecentEvents.Event, Write> writing = new LinkedHashMap<>();
        List<Receipt> receipts = new ArrayList<>(contacts.size());
        for (InboundContact contact : contacts) {
            RecentEvents.Event event = new RecentEvents.Event(contact.workspace(), contact.event());
            boolean repeated = recent.isStored(event) || writing.containsKey(event);
            if (!repeated) {
                Write write = writer.write(Topics.INBOUND, contact.source(), contact, contact.receivedAt());
                writing.put(event, write);
                if (write.isFailed()) {
                    break;
                }
            }
            receipts.add(new Receipt(contact.event(), contact.source(), repeated));
        }
        boolean stored = await(writing, began);
        countAll(contacts, receipts, stored);
        if (!stored) {
            throw unstorable();
        }
        return receipts;
    }

    /**
     * Stores a payload that nobody could read, and counts it.
     *
     * @throws ProblemException 503 with {@code Retry-After} when that cannot be done in time
     */
    public void quarantine(Quarantined payload, String channel) {
        RecentEvents.Event event = new RecentEvents.Event(payload.workspace(), payload.event());
        if (recent.isStored(event)) {
            counts.count(channel, Outcome.REPEATED);
            return;
        }
        long began = System.nanoTime();
        Write write = writer.write(Topics.QUARANTINE, payload.event(), payload, payload.receivedAt());
        boolean stored = await(Map.of(event, write), began);
        counts.count(channel, stored ? Outcome.QUARANTINED : Outcome.REFUSED);
        if (!stored) {
            throw unstorable();
        }
    }

    /** Whether this process remembers to have stored the event, or to have tried to without knowing what became of it. */
    public boolean mayHaveStored(WorkspaceId workspace, EventId event) {
        return recent.mayBeStored(new RecentEvents.Event(workspace, event));
    }

    private boolean await(Map<RecentEvents.Event, Write> writing, long began) {
        long byKafka = began + within.toNanos();
        long atLast = byKafka + spoolWithin.toNanos();
        List<String> failures = new ArrayList<>();
        writing.forEach((event, write) -> writer.failure(write, byKafka, atLast)
                .ifPresentOrElse(
                        failure -> {
                            failures.add(failure);
                            recent.refused(event);
                        },
                        () -> recent.stored(event)));
        if (!failures.isEmpty()) {
            LOG.atWarn()
                    .addKeyValue("events", failures.size())
                    .addKeyValue("first", failures.getFirst())
                    .log("events could not be stored");
        }
        return failures.isEmpty();
    }

    private void countAll(List<InboundContact> contacts, List<Receipt> receipts, boolean stored) {
        for (int i = 0; i < contacts.size(); i++) {
            InboundContact contact = contacts.get(i);
            String channel = contact.channel().id() == null
                    ? IntakeCounts.PUSH
                    : contact.channel().name();
            Outcome taken = i < receipts.size() && receipts.get(i).repeated() ? Outcome.REPEATED : Outcome.ACCEPTED;
            counts.count(channel, stored ? taken : Outcome.REFUSED);
        }
    }

    private static ProblemException unstorable() {
        ProblemException problem = ProblemException.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "cannot-store",
                "This could not be stored durably. Please send it again.",
                Map.of());
        problem.getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        return problem;
    }
}
