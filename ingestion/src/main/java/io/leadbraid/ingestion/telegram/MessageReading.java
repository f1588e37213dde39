package io.leadbraid.ingestion.telegram;

import io.leadbraid.ingestion.channel.Reading;
import io.leadbraid.ingestion.normal.JsonValues;
import io.leadbraid.model.Message;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** Reads what a person wrote or sent, and its edits: an edit is a later revision that stands where the message stood. */
final class MessageReading implements UpdateReading {

    /** Two edits in one second are two revisions; the sum stays within the integers of JavaScript. */
    private static final long REVISIONS_A_SECOND = 1L << 20;

    private final SenderEvidence evidence;
    private final boolean edited;

    private MessageReading(SenderEvidence evidence, boolean edited) {
        this.evidence = evidence;
        this.edited = edited;
    }

    static MessageReading ofNew(SenderEvidence evidence) {
        return new MessageReading(evidence, false);
    }

    static MessageReading ofEdited(SenderEvidence evidence) {
        return new MessageReading(evidence, true);
    }

    @Override
    public Reading read(Update update) {
        JsonNode message = update.body();
        return Senders.whyNobody(message).orElseGet(() -> {
            if (!Chats.isNamed(message) || !message.path("message_id").canConvertToLong()) {
                return new Reading.Unreadable("the message has no chat or id");
            }
            return MessageContent.of(message)
                    .map(content -> contact(update, content))
                    .orElseGet(() -> withoutContent(message));
        });
    }

    private static Reading withoutContent(JsonNode message) {
        return MessageFields.hasUnknown(message)
                ? new Reading.Unreadable("messages with this content are not understood")
                : new Reading.Ignored("a service message");
    }

    private Reading contact(Update update, MessageContent content) {
        JsonNode sent = update.body();
        Instant receivedAt = update.posting().receivedAt();
        Instant written = JsonValues.time(sent.path("date"), receivedAt).orElse(receivedAt);
        Instant occurred =
                edited ? JsonValues.time(sent.path("edit_date"), receivedAt).orElse(receivedAt) : written;
        Message message = new Message(
                providerId(update),
                edited ? revision(update) : 0,
                Chats.of(sent),
                content.kind(),
                content.text(),
                written.equals(occurred) ? null : written);
        return update.told(
                Senders.user(sent), occurred, message, evidence.of(sent, Senders.user(sent), content.words()));
    }

    /** A message whose id is 0 is yet to be sent, and there may be several. */
    private static String providerId(Update update) {
        String chat = Chats.of(update.body());
        long id = update.body().path("message_id").asLong();
        return id == 0 ? chat + ":0:" + update.id() : chat + ":" + id;
    }

    private static long revision(Update update) {
        long second = Math.max(1, JsonValues.seconds(update.body().path("edit_date")));
        return second * REVISIONS_A_SECOND + Math.floorMod(update.id(), REVISIONS_A_SECOND);
    }
}
