package io.leadbraid.merger.inbound;

import io.leadbraid.model.InboundContact;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Counts what was stored, and measures how long it took from the post to the lead. */
public final class InboundMeters {

    private static final String MESSAGES = "leadbraid.messages";
    private static final String OUTCOME = "outcome";

    private final Counter stored;
    private final Counter repeated;
    private final Timer latency;
    private final Clock clock;

    public InboundMeters(MeterRegistry meters, Clock clock) {
        this.stored = meters.counter(MESSAGES, OUTCOME, "stored");
        this.repeated = meters.counter(MESSAGES, OUTCOME, "repeated");
        this.latency = Timer.builder("leadbraid.post.to.lead")
                .description("From the reception of a message to its commit in the database")
                .publishPercentiles(0.5, 0.99)
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofMinutes(1))
                .register(meters);
        this.clock = clock;
    }

    void afterCommit(InboundBatch batch, Set<MessageKey> fresh) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                count(batch, fresh);
            }
        });
    }

    private void count(InboundBatch batch, Set<MessageKey> fresh) {
        Instant now = clock.instant();
        stored.increment(fresh.size());
        repeated.increment(batch.messages().size() - fresh.size() + (double) batch.repeatedInside());
        batch.messages().forEach((key, contact) -> {
            if (fresh.contains(key) && InboundBatch.isFromClient(contact)) {
                latency.record(sinceReception(contact, now));
            }
        });
    }

    private static Duration sinceReception(InboundContact contact, Instant now) {
        Duration since = Duration.between(contact.receivedAt(), now);
        return since.isNegative() ? Duration.ZERO : since;
    }
}
