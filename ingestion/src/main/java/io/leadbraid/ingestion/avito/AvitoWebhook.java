package io.leadbraid.ingestion.avito;

import io.leadbraid.access.problem.ProblemException;
import io.leadbraid.ingestion.channel.ChannelKind;
import io.leadbraid.ingestion.channel.ChannelRegistry;
import io.leadbraid.ingestion.channel.ChannelSettings;
import io.leadbraid.ingestion.channel.ConfiguredChannel;
import io.leadbraid.ingestion.channel.Posting;
import io.leadbraid.ingestion.channel.Reception;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where Avito posts, and waits for two seconds. The last part of the address is all that proves it: the header {@code
 * x-avito-messenger-signature} is documented nowhere, so it decides nothing.
 */
@RestController
class AvitoWebhook {

    private final ChannelRegistry channels;
    private final Reception reception;
    private final AvitoConnector connector;
    private final InstantSource clock;

    AvitoWebhook(ChannelRegistry channels, Reception reception, AvitoConnector connector, InstantSource clock) {
        this.channels = channels;
        this.reception = reception;
        this.connector = connector;
        this.clock = clock;
    }

    @PostMapping("/hooks/avito/{channelId}/{pathSecret}")
    void receive(@PathVariable String channelId, @PathVariable String pathSecret, HttpServletRequest request)
            throws IOException {
        ConfiguredChannel channel = channels.require(channelId, ChannelKind.AVITO);
        if (!isGenuine(channel, pathSecret)) {
            throw reception.refuse(
                    channel,
                    ProblemException.of(
                            HttpStatus.UNAUTHORIZED, "forged", "The last part of the address is wrong.", Map.of()));
        }
        byte[] body = reception.body(channel, request);
        String contentType = Optional.ofNullable(request.getContentType()).orElse("");
        var unused = reception.receive(
                connector, new Posting(channel, body, contentType, clock.instant(), Optional.empty()));
    }

    private static boolean isGenuine(ConfiguredChannel channel, String pathSecret) {
        return channel.settings() instanceof ChannelSettings.Avito settings
                && MessageDigest.isEqual(
                        settings.pathSecret().getBytes(StandardCharsets.UTF_8),
                        pathSecret.getBytes(StandardCharsets.UTF_8));
    }
}
