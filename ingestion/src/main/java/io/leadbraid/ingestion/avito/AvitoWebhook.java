package io.leadbraid.ingestion.avito;

import io.leadbraid.ingestion.channel.ChannelKind;
import io.leadbraid.ingestion.channel.ChannelRegistry;
import io.leadbraid.ingestion.channel.ChannelSettings;
import io.leadbraid.ingestion.channel.ConfiguredChannel;
import io.leadbraid.ingestion.channel.Reception;
import io.leadbraid.ingestion.channel.Secrets;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
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

    AvitoWebhook(ChannelRegistry channels, Reception reception, AvitoConnector connector) {
        this.channels = channels;
        this.reception = reception;
        this.connector = connector;
    }

    @PostMapping("/hooks/avito/{channelId}/{pathSecret}")
    void receive(@PathVariable String channelId, @PathVariable String pathSecret, HttpServletRequest request)
            throws IOException {
        ConfiguredChannel channel = channels.require(channelId, ChannelKind.AVITO);
        if (!isGenuine(channel, pathSecret)) {
            throw reception.forged(channel, "The last part of the address is wrong.");
        }
        byte[] body = reception.body(channel, request);
        var unused = reception.receive(connector, channel, body, request);
    }

    private static boolean isGenuine(ConfiguredChannel channel, String pathSecret) {
        return channel.settings() instanceof ChannelSettings.Avito settings
                && Secrets.match(settings.pathSecret(), pathSecret);
    }
}
