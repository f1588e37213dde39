package io.leadbraid.ingestion.whatsapp;

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
    private final InstantSource clock;

    WhatsAppWebhook(ChannelRegistry channels, Reception reception, WhatsAppConnector connector, InstantSource clock) {
        this.channels = channels;
        this.reception = reception;
        this.connector = connector;
        this.clock = clock;
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
            throw reception.refuse(
                    channel, ProblemException.forbidden("forged", "hub.mode or hub.verify_token is missing or wrong."));
        }
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(challenge);
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
            throw reception.refuse(
                    channel,
                    ProblemException.of(
                            HttpStatus.UNAUTHORIZED, "forged", SIGNATURE + " is missing or wrong.", Map.of()));
        }
        String contentType = Optional.ofNullable(request.getContentType()).orElse("");
        var unused = reception.receive(
                connector, new Posting(channel, body, contentType, clock.instant(), Optional.empty()));
    }

    private static boolean isGenuine(ConfiguredChannel channel, @Nullable String signature, byte[] body) {
        return signature != null
                && channel.settings() instanceof ChannelSettings.WhatsApp settings
                && MetaSignature.isGenuine(signature, body, settings.appSecret());
    }

    private static boolean isVerifyTokenOf(ConfiguredChannel channel, String token) {
        return channel.settings() instanceof ChannelSettings.WhatsApp settings
                && MessageDigest.isEqual(
                        settings.verifyToken().getBytes(StandardCharsets.UTF_8),
                        token.getBytes(StandardCharsets.UTF_8));
    }
}
