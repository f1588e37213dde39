package io.leadbraid.ingestion.channel;

import io.leadbraid.access.problem.ProblemException;
import io.leadbraid.ingestion.intake.CappedBody;
import io.leadbraid.ingestion.intake.IntakeCounts;
import io.leadbraid.ingestion.intake.LeadIntake;
import io.leadbraid.ingestion.intake.Outcome;
import io.leadbraid.ingestion.intake.Receipt;
import io.leadbraid.model.Digest;
import io.leadbraid.model.EventId;
import io.leadbraid.model.InboundContact;
import io.leadbraid.model.Quarantined;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
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

    private record Part(Posting posting, Reading reading) {}

    /**
     * @param body what {@link #body} read of the request
     * @throws ProblemException 503 when it cannot be stored
     */
    public Received receive(Connector connector, ConfiguredChannel channel, byte[] body, HttpServletRequest request) {
        return receive(connector, channel, body, request, Optional.empty());
    }

    /**
     * @param idempotencyKey the sender's mark of a repeat
     * @throws ProblemException 503 when it cannot be stored
     */
    public Received receive(
            Connector connector,
            ConfiguredChannel channel,
            byte[] body,
            HttpServletRequest request,
            Optional<String> idempotencyKey) {
        List<Part> parts =
                read(connector, new Posting(channel, body, contentType(request), clock.instant(), idempotencyKey));
        parts.stream()
                .filter(part -> part.reading() instanceof Reading.Ignored)
                .forEach(ignored -> counts.count(connector.kind().label(), Outcome.IGNORED));
        return take(parts);
    }

    /** Reads a kept posting again; when all of it is still unreadable, it is not kept a second time. */
    public Received again(Connector connector, Posting posting, EventId kept) {
        List<Part> parts = read(connector, posting);
        return parts.stream().allMatch(part -> part.reading() instanceof Reading.Unreadable)
                ? new Received.Quarantined(kept, reasons(parts))
                : take(parts);
    }

    private static String reasons(List<Part> parts) {
        return parts.stream()
                .flatMap(part -> part.reading() instanceof Reading.Unreadable unreadable
                        ? Stream.of(unreadable.reason())
                        : Stream.empty())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    /** Contacts first: they are what somebody waits for. */
    private Received take(List<Part> parts) {
        List<Receipt> receipts = store(parts);
        List<Received> others = parts.stream()
                .flatMap(part -> switch (part.reading()) {
                    case Reading.Contacts stored -> Stream.<Received>empty();
                    case Reading.Ignored ignored -> Stream.of(new Received.Ignored(ignored.reason()));
                    case Reading.Unreadable unreadable -> Stream.of(quarantine(part.posting(), unreadable.reason()));
                })
                .toList();
        return others.size() < parts.size()
                ? new Received.Stored(receipts)
                : others.stream()
                        .filter(Received.Quarantined.class::isInstance)
                        .findFirst()
                        .orElseGet(others::getFirst);
    }

    /** @throws ProblemException 413 for more than webhooks may hold */
    public byte[] body(ConfiguredChannel channel, HttpServletRequest request) throws IOException {
        return CappedBody.read(request, limit).orElseThrow(() -> refuse(channel, CappedBody.tooLarge(limit)));
    }

    /** The content type as the sender gave it; empty when he did not. */
    public static String contentType(HttpServletRequest request) {
        return Optional.ofNullable(request.getContentType()).orElse("");
    }

    /** Notes that a posting was not sent by whom it says. @return the problem, to be thrown */
    public ProblemException forged(ConfiguredChannel channel, String detail) {
        return refuse(channel, ProblemException.of(HttpStatus.UNAUTHORIZED, "forged", detail, Map.of()));
    }

    /** Notes that a posting was not taken for what it is. @return the problem, to be thrown */
    public ProblemException refuse(ConfiguredChannel channel, ProblemException problem) {
        counts.count(channel.kind().label(), Outcome.REJECTED);
        activity.error(
                channel, clock.instant(), String.valueOf(problem.getBody().getDetail()));
        return problem;
    }

    private List<Receipt> store(List<Part> parts) {
        List<InboundContact> contacts = new ArrayList<>();
        Map<ConfiguredChannel, Instant> heardOf = new LinkedHashMap<>();
        for (Part part : parts) {
            if (part.reading() instanceof Reading.Contacts read) {
                contacts.addAll(read.contacts());
                heardOf.put(part.posting().channel(), part.posting().receivedAt());
            }
        }
        List<Receipt> receipts = intake.take(contacts);
        heardOf.forEach(activity::message);
        return receipts;
    }

    /** A connector that fails must not make the platform repeat one update for days and hold back those behind it. */
    private static List<Part> read(Connector connector, Posting posting) {
        List<Posting> parts;
        try {
            parts = connector.parts(posting);
        } catch (RuntimeException bug) {
            return List.of(new Part(posting, failed(posting, bug)));
        }
        return parts.stream()
                .map(part -> new Part(part, readPart(connector, part)))
                .toList();
    }

    private static Reading readPart(Connector connector, Posting part) {
        try {
            return connector.read(part);
        } catch (RuntimeException bug) {
            return failed(part, bug);
        }
    }

    private static Reading failed(Posting posting, RuntimeException bug) {
        LOG.atError()
                .addKeyValue("channel", posting.channel().id())
                .setCause(bug)
                .log("connector failed");
        return new Reading.Unreadable("the connector failed: " + bug.getClass().getSimpleName());
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
