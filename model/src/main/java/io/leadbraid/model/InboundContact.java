package io.leadbraid.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One contact of a client, from whatever channel, normalised: the value of {@code leadbraid.inbound}, public, described
 * by {@code schema/inbound.schema.json}.
 *
 * @param occurredAt when the sender's platform says it happened
 * @param receivedAt when it reached us
 * @param message what was said; absent where an event only tells something about the person
 * @param contactId the customer that a bot says this is
 */
public record InboundContact(
        int schemaVersion,
        WorkspaceId workspace,
        EventId event,
        SourceId source,
        Channel channel,
        String externalUserId,
        Direction direction,
        Instant occurredAt,
        Instant receivedAt,
        @Nullable Message message,
        List<Claim> claims,
        List<Trait> traits,
        Map<String, String> attributes,
        @Nullable String contactId) {

    public static final int SCHEMA = 1;

    public InboundContact {
        claims = List.copyOf(claims);
        traits = List.copyOf(traits);
        attributes = Map.copyOf(attributes);
    }
}
