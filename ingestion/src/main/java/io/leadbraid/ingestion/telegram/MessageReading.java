package io.leadbraid.ingestion.telegram;

import io.leadbraid.ingestion.channel.ConfiguredChannel;
import io.leadbraid.ingestion.channel.Posting;
import io.leadbraid.ingestion.channel.Reading;
import io.leadbraid.ingestion.normal.Texts;
import io.leadbraid.ingestion.normal.Times;
import io.leadbraid.model.Digest;
import io.leadbraid.model.Direction;
import io.leadbraid.model.EventId;
import io.leadbraid.model.InboundContact;
import io.leadbraid.model.Message;
import io.leadbraid.model.SourceAddress;
import io.leadbraid.model.SourceId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads a message: a text or a shared contact of a person. Everything else is ignored. */
final class MessageReading {

    /** The Bot API gives texts of up to 4096 characters; this is room for more to come. */
    private static final int MOST_TEXT = 16_384;

    private final SenderEvidence evidence;

    MessageReading(SenderEvidence evidence) {
        this.evidence = evidence;
    }

    Reading read(Posting posting, long updateId, JsonNode message, boolean edited) {
        JsonNode from = message.path("from");
        if (from.isMissingNode() || message.has("sender_chat")) {
            return new Reading.Ignored("not written by a person");
        }
        if (from.path("is_bot").asBoolean(false)) {
            return new Reading.Ignored("written by a bot");
        }
        if (!from.path("id").canConvertToLong()
                || !message.path("chat").path("id").canConvertToLong()
                || !message.path("message_id").canConvertToLong()) {
            return new Reading.Unreadable("the message has no sender, chat or id");
        }
        if (!message.path("text").isString() && !message.path("contact").isObject()) {
            return new Reading.Ignored("neither text nor contact");
        }
        return new Reading.Contacts(List.of(contact(posting, updateId, message, edited)));
    }

    private InboundContact contact(Posting posting, long updateId, JsonNode message, boolean edited) {
        ConfiguredChannel channel = posting.channel();
        String user = Long.toString(message.path("from").path("id").asLong());
        Message read = message(message, edited);
        SenderEvidence.Found found = evidence.of(message, user, read.text());
        return new InboundContact(
                InboundContact.SCHEMA,
                channel.workspace(),
                eventId(channel, updateId),
                SourceId.of(
                        channel.workspace(), new SourceAddress(channel.kind().label(), channel.account(), user)),
                channel.asChannel(),
                user,
                Direction.IN,
                occurredAt(message, edited, posting.receivedAt()),
                posting.receivedAt(),
                read,
                found.claims(),
                found.traits(),
                found.attributes(),
                null);
    }

    private static EventId eventId(ConfiguredChannel channel, long updateId) {
        return new EventId(
                Digest.of("telegram", channel.workspace().toString(), channel.account(), Long.toString(updateId)));
    }

    private static Message message(JsonNode message, boolean edited) {
        String chat = Long.toString(message.path("chat").path("id").asLong());
        String providerId = chat + ":" + message.path("message_id").asLong();
        long revision = edited ? Math.max(1, message.path("edit_date").asLong(1)) : 0;
        JsonNode card = message.path("contact");
        return card.isObject()
                ? new Message(providerId, revision, chat, Message.Kind.CONTACT, cardText(card))
                : new Message(providerId, revision, chat, Message.Kind.TEXT, text(message.path("text")));
    }

    private static String cardText(JsonNode card) {
        return Stream.of("first_name", "last_name", "phone_number")
                .map(field -> Texts.first(Texts.oneLine(text(card.path(field))), 256))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String text(JsonNode node) {
        return Texts.first(Texts.storable(node.stringValue("")), MOST_TEXT);
    }

    private static Instant occurredAt(JsonNode message, boolean edited, Instant receivedAt) {
        long seconds = message.path(edited ? "edit_date" : "date").asLong(0);
        return Times.plausible(Instant.ofEpochSecond(Math.clamp(seconds, 0, Integer.MAX_VALUE * 2L)), receivedAt);
    }
}
