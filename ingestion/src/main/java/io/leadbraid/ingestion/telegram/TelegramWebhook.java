package io.leadbraid.ingestion.telegram;

import io.leadbraid.ingestion.channel.ChannelKind;
import io.leadbraid.ingestion.channel.ChannelRegistry;
import io.leadbraid.ingestion.channel.ChannelSettings;
import io.leadbraid.ingestion.channel.ConfiguredChannel;
import io.leadbraid.ingestion.channel.Reception;
import io.leadbraid.ingestion.channel.Secrets;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Where Telegram posts updates. Whatever can be stored is acknowledged: an update that is not holds back its whole chat. */
@RestController
class TelegramWebhook {

    private static final String SECRET = "X-Telegram-Bot-Api-Secret-Token";

    private final ChannelRegistry channels;
    private final Reception reception;
    private final TelegramConnector connector;

    TelegramWebhook(ChannelRegistry channels, Reception reception, TelegramConnector connector) {
        this.channels = channels;
        this.reception = reception;
        this.connector = connector;
    }

    @PostMapping("/hooks/telegram/{channelId}")
    void receive(
            @PathVariable String channelId,
            @RequestHeader(name = SECRET, required = false) @Nullable String secret,
            HttpServletRequest request)
            throws IOException {
        ConfiguredChannel channel = channels.require(channelId, ChannelKind.TELEGRAM);
        if (!isGenuine(channel, secret)) {
            throw reception.forged(channel, SECRET + " is missing or wrong.");
        }
        byte[] body = reception.body(channel, request);
        var unused = reception.receive(connector, channel, body, request);
    }

    private static boolean isGenuine(ConfiguredChannel channel, @Nullable String secret) {
        return secret != null
                && channel.settings() instanceof ChannelSettings.Telegram telegram
                && Secrets.match(telegram.secretToken(), secret);
    }
}
