package io.leadbraid.ingestion.channel;

import java.time.Instant;
import java.util.Optional;

/**
 * What was posted to a channel's webhook by somebody who may.
 *
 * @param contentType as the sender gave it; empty when he did not
 * @param idempotencyKey the sender's mark of a repeat
 */
public record Posting(
        ConfiguredChannel channel,
        byte[] body,
        String contentType,
        Instant receivedAt,
        Optional<String> idempotencyKey) {

    /** A part of it, as if it had been posted alone, perhaps to another channel of the same company. */
    public Posting part(ConfiguredChannel to, byte[] content) {
        return new Posting(to, content, contentType, receivedAt, idempotencyKey);
    }
}
