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
        Optional<String> idempotencyKey) {}
