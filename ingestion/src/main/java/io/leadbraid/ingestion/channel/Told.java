package io.leadbraid.ingestion.channel;

import io.leadbraid.model.Claim;
import io.leadbraid.model.Direction;
import io.leadbraid.model.EventId;
import io.leadbraid.model.InboundContact;
import io.leadbraid.model.Message;
import io.leadbraid.model.SourceAddress;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.Trait;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a client told in one event; the posting that brought it says the rest.
 *
 * @param user the platform's id of the client
 */
public record Told(
        String user,
        EventId event,
        Instant occurredAt,
        Message message,
        List<Claim> claims,
        List<Trait> traits,
        Map<String, String> attributes) {

    public InboundContact in(Posting posting) {
        ConfiguredChannel channel = posting.channel();
        return new InboundContact(
                InboundContact.SCHEMA,
                channel.workspace(),
                event,
                SourceId.of(
                        channel.workspace(), new SourceAddress(channel.kind().label(), channel.account(), user)),
                channel.asChannel(),
                user,
                Direction.IN,
                occurredAt,
                posting.receivedAt(),
                message,
                claims,
                traits,
                attributes,
                null);
    }
}
