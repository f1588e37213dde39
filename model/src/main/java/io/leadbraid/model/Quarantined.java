package io.leadbraid.model;

import java.time.Instant;

/**
 * A payload that came from where it claims to come from, and that nobody could read. It is kept as it was, for a person
 * to look at and to replay.
 *
 * @param channelId the configured channel that received it
 * @param reason why it could not be read, without its content
 */
public record Quarantined(
        WorkspaceId workspace,
        EventId event,
        String channelId,
        Instant receivedAt,
        String contentType,
        byte[] body,
        String reason) {}
