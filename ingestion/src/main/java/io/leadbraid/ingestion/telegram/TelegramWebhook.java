package io.leadbraid.ingestion.telegram;

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
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
    private final InstantSource clock;

    TelegramWebhook(ChannelRegistry channels, Reception reception, TelegramConnector connector, InstantSource clock) {
        this.channels = channels;
        this.reception = reception;
        this.connector = connector;
        this.clock = clock;
    }

    @PostMapping("/hooks/telegram/{channelId}")
    void receive(
            @PathVariable String channelId,
            @RequestHeader(name = SECRET, required = false) @Nullable String secret,
            HttpServletRequest request)
            throws IOException {
        ConfiguredChannel channel = channels.require(channelId, ChannelKind.TELEGRAM);
        if (!isGenuine(channel, secret)) {
            throw reception.refuse(
                    channel,
                    ProblemException.of(HttpStatus.UNAUTHORIZED, "forged", SECRET + " is missing or wrong.", Map.of()));
        }
        byte[] body = reception.body(channel, request);
        String contentType = Optional.ofNullable(request.getContentType()).orElse("");
        var unused = reception.receive(
                connector, new Posting(channel, body, contentType, clock.instant(), Optional.empty()));
    }

    private static boolean isGenuine(ConfiguredChannel channel, @Nullable String secret) {
        return secret != null
                && channel.settings() instanceof ChannelSettings.Telegram telegram
                && MessageDigest.isEqual(
                        telegram.secretToken().getBytes(StandardCharsets.UTF_8),
                        secret.getBytes(StandardCharsets.UTF_8));
    }
}
