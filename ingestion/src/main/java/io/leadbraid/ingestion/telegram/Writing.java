package io.leadbraid.ingestion.telegram;

import io.leadbraid.ingestion.channel.ConfiguredChannel;
import io.leadbraid.ingestion.channel.Reading;
import io.leadbraid.model.Digest;
import io.leadbraid.model.Direction;
import io.leadbraid.model.EventId;
import io.leadbraid.model.InboundContact;
import io.leadbraid.model.Message;
import io.leadbraid.model.SourceAddress;
import io.leadbraid.model.SourceId;
import java.time.Instant;
import java.util.List;

/** An update as a contact: who it is from is a source, whatever chat it is in. */
final class Writing {

    private Writing() {}

    static Reading contact(
            Update update, String user, Instant occurredAt, Message message, SenderEvidence.Found found) {
        ConfiguredChannel channel = update.posting().channel();
        return new Reading.Contacts(List.of(new InboundContact(
                InboundContact.SCHEMA,
                channel.workspace(),
                eventId(channel, update.id()),
                SourceId.of(
                        channel.workspace(), new SourceAddress(channel.kind().label(), channel.account(), user)),
                channel.asChannel(),
                user,
                Direction.IN,
                occurredAt,
                update.posting().receivedAt(),
                message,
                found.claims(),
                found.traits(),
                found.attributes(),
                null)));
    }

    private static EventId eventId(ConfiguredChannel channel, long updateId) {
        return new EventId(
                Digest.of("telegram", channel.workspace().toString(), channel.account(), Long.toString(updateId)));
    }
}
