package io.leadbraid.ingestion.whatsapp;

import io.leadbraid.ingestion.channel.ChannelKind;
import io.leadbraid.ingestion.channel.ChannelRegistry;
import io.leadbraid.ingestion.channel.ChannelSettings;
import io.leadbraid.ingestion.channel.ConfiguredChannel;
import io.leadbraid.ingestion.channel.Reception;
import io.leadbraid.ingestion.channel.Secrets;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where Meta asks whether the address is ours, and then posts. What it is not acknowledged, it posts again for days. */
@RestController
class WhatsAppWebhook {

    private static final String SIGNATURE = "X-Hub-Signature-256";
    private static final String PATH = "/hooks/whatsapp/{channelId}";

    private final ChannelRegistry channels;
    private final Reception reception;
    private final WhatsAppConnector connector;

    WhatsAppWebhook(ChannelRegistry channels, Reception reception, WhatsAppConnector connector) {
        this.channels = channels;
        this.reception = reception;
        this.connector = connector;
    }

    /** Meta asks whenever somebody enters the address or the token. The answer is the challenge and nothing else. */
    @GetMapping(PATH)
    ResponseEntity<String> verify(
            @PathVariable String channelId,
            @RequestParam(name = "hub.mode", defaultValue = "") String mode,
            @RequestParam(name = "hub.verify_token", defaultValue = "") String token,
            @RequestParam(name = "hub.challenge", defaultValue = "") String challenge) {
        ConfiguredChannel channel = channels.require(channelId, ChannelKind.WHATSAPP);
        if (!mode.equals("subscribe") || !isVerifyTokenOf(channel, token)) {
            throw reception.forged(channel, "hub.mode or hub.verify_token is missing or wrong.");
        }
        // It is given back as it came, so that no browser may take it for a page.
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_PLAIN)
                .header("X-Content-Type-Options", "nosniff")
                .body(challenge);
    }

    @PostMapping(PATH)
    void receive(
            @PathVariable String channelId,
            @RequestHeader(name = SIGNATURE, required = false) @Nullable String signature,
            HttpServletRequest request)
            throws IOException {
        ConfiguredChannel channel = channels.require(channelId, ChannelKind.WHATSAPP);
        byte[] body = reception.body(channel, request);
        if (!isGenuine(channel, signature, body)) {
            throw reception.forged(channel, SIGNATURE + " is missing or wrong.");
        }
        var unused = reception.receive(connector, channel, body, request);
    }

    private static boolean isGenuine(ConfiguredChannel channel, @Nullable String signature, byte[] body) {
        return signature != null
                && channel.settings() instanceof ChannelSettings.WhatsApp settings
                && MetaSignature.isGenuine(signature, body, settings.appSecret());
    }

    private static boolean isVerifyTokenOf(ConfiguredChannel channel, String token) {
        return channel.settings() instanceof ChannelSettings.WhatsApp settings
                && Secrets.match(settings.verifyToken(), token);
    }
}
