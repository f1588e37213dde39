package io.leadbraid.ingestion.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.leadbraid.ingestion.channel.ChannelSettings;
import io.leadbraid.ingestion.channel.ConfiguredChannel;
import io.leadbraid.ingestion.channel.Received;
import io.leadbraid.model.EventId;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers in the way that the sender understands. */
final class FormAnswer {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Json(boolean ok, @Nullable EventId eventId) {}

    private FormAnswer() {}

    static ResponseEntity<String> ok() {
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body("ok");
    }

    static ResponseEntity<?> forBrowser(ConfiguredChannel channel) {
        return channel.settings() instanceof ChannelSettings.Form form
                        && form.successUrl().isPresent()
                ? ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create(form.successUrl().get()))
                        .build()
                : ResponseEntity.ok()
                        .contentType(MediaType.TEXT_HTML)
                        .body("<!doctype html><meta charset=utf-8><title>OK</title><p>✓");
    }

    static ResponseEntity<Json> forProgram(Received received) {
        EventId event = switch (received) {
            case Received.Stored stored -> stored.receipts().getFirst().event();
            case Received.Quarantined quarantined -> quarantined.event();
            case Received.Ignored ignored -> null;
        };
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(new Json(true, event));
    }
}
