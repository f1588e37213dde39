package io.leadbraid.ingestion.channel;

import io.leadbraid.access.problem.ProblemException;
import io.leadbraid.ingestion.intake.CappedBody;
import io.leadbraid.ingestion.intake.IntakeCounts;
import io.leadbraid.ingestion.intake.LeadIntake;
import io.leadbraid.ingestion.intake.Outcome;
import io.leadbraid.ingestion.intake.Receipt;
import io.leadbraid.model.Digest;
import io.leadbraid.model.EventId;
import io.leadbraid.model.Quarantined;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.unit.DataSize;

/** What all webhooks do once a posting is known to be genuine: read it, and store it in one form or the other. */
public final class Reception {

    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

    private final LeadIntake intake;
    private final IntakeCounts counts;
    private final ChannelActivity activity;
    private final DataSize limit;
    private final InstantSource clock;

    Reception(LeadIntake intake, IntakeCounts counts, ChannelActivity activity, DataSize limit, InstantSource clock) {
        this.intake = intake;
        this.counts = counts;
        this.activity = activity;
        this.limit = limit;
        this.clock = clock;
    }

    /** @throws io.leadbraid.access.problem.ProblemException 503 when it cannot be stored */
    public Received receive(Connector connector, Posting posting) {
        return switch (read(connector, posting)) {
            case Reading.Contacts read -> store(posting, read);
            case Reading.Ignored ignored -> {
                counts.count(connector.kind().label(), Outcome.IGNORED);
                yield new Received.Ignored(ignored.reason());
            }
            case Reading.Unreadable unreadable -> quarantine(posting, unreadable.reason());
        };
    }

    /** Reads a kept posting again; what is still unreadable is not kept a second time. */
    public Received again(Connector connector, Posting posting, EventId kept) {
        return switch (read(connector, posting)) {
            case Reading.Contacts read -> store(posting, read);
            case Reading.Ignored ignored -> new Received.Ignored(ignored.reason());
            case Reading.Unreadable unreadable -> new Received.Quarantined(kept, unreadable.reason());
        };
    }

    /** @throws ProblemException 413 for more than webhooks may hold */
    public byte[] body(ConfiguredChannel channel, HttpServletRequest request) throws IOException {
        return CappedBody.read(request, limit).orElseThrow(() -> refuse(channel, CappedBody.tooLarge(limit)));
    }

    /** Notes that a posting was not taken for what it is. @return the problem, to be thrown */
    public ProblemException refuse(ConfiguredChannel channel, ProblemException problem) {
        counts.count(channel.kind().label(), Outcome.REJECTED);
        activity.error(
                channel, clock.instant(), String.valueOf(problem.getBody().getDetail()));
        return problem;
    }

    private Received store(Posting posting, Reading.Contacts read) {
        List<Receipt> receipts = intake.take(read.contacts());
        activity.message(posting.channel(), posting.receivedAt());
        return new Received.Stored(receipts);
    }

    /** A connector that fails must not make the platform repeat one update for days and hold back those behind it. */
    private static Reading read(Connector connector, Posting posting) {
        try {
            return connector.read(posting);
        } catch (RuntimeException bug) {
            LOG.atError()
                    .addKeyValue("channel", posting.channel().id())
                    .setCause(bug)
                    .log("connector failed");
            return new Reading.Unreadable(
                    "the connector failed: " + bug.getClass().getSimpleName());
        }
    }

    private Received quarantine(Posting posting, String reason) {
        ConfiguredChannel channel = posting.channel();
        EventId event =
                new EventId(Digest.of("quarantine", channel.id(), HexFormat.of().formatHex(posting.body())));
        Quarantined payload = new Quarantined(
                channel.workspace(),
                event,
                channel.id(),
                posting.receivedAt(),
                posting.contentType(),
                posting.body(),
                reason);
        intake.quarantine(payload, channel.kind().label());
        activity.error(channel, posting.receivedAt(), reason);
        return new Received.Quarantined(event, reason);
    }
}
