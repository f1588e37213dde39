package io.leadbraid.ingestion.quarantine;

import io.leadbraid.access.problem.ProblemException;
import io.leadbraid.ingestion.channel.ChannelKind;
import io.leadbraid.ingestion.channel.ChannelRegistry;
import io.leadbraid.ingestion.channel.ConfiguredChannel;
import io.leadbraid.ingestion.channel.Connector;
import io.leadbraid.ingestion.channel.Posting;
import io.leadbraid.ingestion.channel.Received;
import io.leadbraid.ingestion.channel.Reception;
import io.leadbraid.ingestion.intake.Receipt;
import io.leadbraid.model.Quarantined;
import io.leadbraid.model.WorkspaceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/** Gives a kept payload to its connector again, after the connector or the channel has changed. */
final class Replaying {

    private final QuarantineRows rows;
    private final ChannelRegistry channels;
    private final Reception reception;
    private final Map<ChannelKind, Connector> connectors;

    Replaying(QuarantineRows rows, ChannelRegistry channels, Reception reception, List<Connector> connectors) {
        this.rows = rows;
        this.channels = channels;
        this.reception = reception;
        this.connectors = connectors.stream().collect(Collectors.toMap(Connector::kind, Function.identity()));
    }

    /**
     * Reads and stores the payload.
     *
     * @return receipts of the contacts that were in it; none when it turned out to hold none
     * @throws ProblemException 404; 409 when this was done before or the channel is gone; 422 with the reason when it is
     *     still unreadable
     */
    List<Receipt> replay(WorkspaceId workspace, String id) {
        QuarantineRows.Row row =
                rows.find(workspace, id).orElseThrow(() -> ProblemException.notFound("payload in quarantine"));
        if (row.replayed()) {
            throw ProblemException.conflict("already-replayed", "This payload has been read already.");
        }
        Quarantined payload = row.payload();
        ConfiguredChannel channel = channels.find(payload.channelId())
                .filter(found -> found.workspace().equals(workspace))
                .orElseThrow(() -> ProblemException.conflict("channel-gone", "The payload's channel does not exist."));
        Connector connector = Optional.ofNullable(connectors.get(channel.kind()))
                .orElseThrow(() -> new IllegalStateException("no connector for " + channel.kind()));
        Posting posting =
                new Posting(channel, payload.body(), payload.contentType(), payload.receivedAt(), Optional.empty());
        List<Receipt> receipts = switch (reception.again(connector, posting, payload.event())) {
            case Received.Stored stored -> stored.receipts();
            case Received.Ignored ignored -> List.of();
            case Received.Quarantined still -> throw stillUnreadable(still.reason());
        };
        rows.replayed(workspace, id);
        return receipts;
    }

    private static ProblemException stillUnreadable(String reason) {
        return ProblemException.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "still-unreadable",
                "The payload still cannot be read.",
                Map.of("reason", reason));
    }
}
