package io.leadbraid.ingestion.form;

import io.leadbraid.access.problem.ProblemException;
import io.leadbraid.ingestion.channel.ChannelKind;
import io.leadbraid.ingestion.channel.ChannelRegistry;
import io.leadbraid.ingestion.channel.ChannelSettings;
import io.leadbraid.ingestion.channel.ConfiguredChannel;
import io.leadbraid.ingestion.channel.Received;
import io.leadbraid.ingestion.channel.Reception;
import io.leadbraid.ingestion.limit.RateLimits;
import io.leadbraid.ingestion.normal.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Where forms are submitted. The body is read raw: no other part of the server may take a form apart before. */
@RestController
class FormWebhook {

    private static final int MOST_KEY = 255;

    private final ChannelRegistry channels;
    private final Reception reception;
    private final FormConnector connector;
    private final RateLimits limits;

    FormWebhook(ChannelRegistry channels, Reception reception, FormConnector connector, RateLimits limits) {
        this.channels = channels;
        this.reception = reception;
        this.connector = connector;
        this.limits = limits;
    }

    @PostMapping("/hooks/forms/{channelId}")
    ResponseEntity<?> receive(
            @PathVariable String channelId,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            @RequestHeader(name = HttpHeaders.ORIGIN, required = false) @Nullable String origin,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String accept,
            HttpServletRequest request)
            throws IOException {
        ConfiguredChannel channel = channels.require(channelId, ChannelKind.FORM);
        if (origin != null && !FormOrigins.allows(channel, origin)) {
            throw reception.refuse(
                    channel, ProblemException.forbidden("origin", "This form is not open to pages of this origin."));
        }
        Optional<ProblemException> tooFast = limits.refuseForm(channel.id(), request);
        if (tooFast.isPresent()) {
            throw reception.refuse(channel, tooFast.get());
        }
        byte[] body = reception.body(channel, request);
        String contentType = Reception.contentType(request);
        if (isForged(channel, body, contentType)) {
            throw reception.forged(channel, "google_key is missing or wrong.");
        }
        Optional<String> key = Optional.ofNullable(idempotencyKey)
                .map(given -> Texts.first(Texts.oneLine(given), MOST_KEY))
                .filter(given -> !given.isEmpty());
        Received received = reception.receive(connector, channel, body, request, key);
        if (Tilda.sent(body, contentType)) {
            return FormAnswer.ok();
        }
        return accept.contains("text/html") ? FormAnswer.forBrowser(channel) : FormAnswer.forProgram(received);
    }

    private static boolean isForged(ConfiguredChannel channel, byte[] body, String contentType) {
        return channel.settings() instanceof ChannelSettings.Form form
                && form.googleKey()
                        .flatMap(key -> Submission.read(body, contentType).map(sent -> GoogleAds.isForged(sent, key)))
                        .orElse(false);
    }
}
