package io.leadbraid.ingestion.telegram;

import io.leadbraid.ingestion.channel.ConfiguredChannel;
import io.leadbraid.ingestion.channel.Posting;
import io.leadbraid.ingestion.channel.Reading;
import io.leadbraid.ingestion.channel.Told;
import io.leadbraid.model.Digest;
import io.leadbraid.model.EventId;
import io.leadbraid.model.Message;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * An update as Telegram posted it.
 *
 * @param id tells a repeat. It grows, but begins anywhere after a silent week, so it tells no order
 * @param kind the name of its one field
 * @param body what stands in that field
 */
record Update(Posting posting, long id, String kind, JsonNode body) {

    /** As a contact: who it is from is a source, whatever chat it is in. */
    Reading told(String user, Instant occurredAt, Message message, SenderEvidence.Found found) {
        return new Reading.Contacts(
                List.of(new Told(user, event(), occurredAt, message, found.claims(), found.traits(), found.attributes())
                        .in(posting)));
    }

    private EventId event() {
        ConfiguredChannel channel = posting.channel();
        return new EventId(Digest.of("telegram", channel.workspace().toString(), channel.account(), Long.toString(id)));
    }
}
