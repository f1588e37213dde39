package io.leadbraid.ingestion.telegram;

import io.leadbraid.ingestion.channel.Reading;
import java.util.Map;
import java.util.Set;

/** The kinds of updates of Bot API 10.1 (https://core.telegram.org/bots/api#update), and who reads them. */
final class UpdateKinds {

    /**
     * These hold no message of a client. Channels' posts are ours. Who blocks the bot ({@code my_chat_member}) and what was
     * deleted in a business chat change nothing about who wrote what.
     */
    private static final Set<String> WITHOUT_MESSAGE = Set.of(
            "channel_post",
            "edited_channel_post",
            "business_connection",
            "deleted_business_messages",
            "message_reaction",
            "message_reaction_count",
            "inline_query",
            "chosen_inline_result",
            "shipping_query",
            "pre_checkout_query",
            "purchased_paid_media",
            "poll",
            "poll_answer",
            "my_chat_member",
            "chat_member",
            "chat_join_request",
            "chat_boost",
            "removed_chat_boost",
            "managed_bot");

    private final Map<String, UpdateReading> readings;

    UpdateKinds(SenderEvidence evidence) {
        MessageReading written = MessageReading.ofNew(evidence);
        MessageReading edited = MessageReading.ofEdited(evidence);
        this.readings = Map.of(
                "message",
                written,
                "edited_message",
                edited,
                "guest_message",
                written,
                "business_message",
                new BusinessReading(written),
                "edited_business_message",
                new BusinessReading(edited),
                "callback_query",
                new CallbackReading(evidence));
    }

    boolean isKnown(String kind) {
        return readings.containsKey(kind) || WITHOUT_MESSAGE.contains(kind);
    }

    Reading read(Update update) {
        UpdateReading reading = readings.get(update.kind());
        if (reading != null) {
            return reading.read(update);
        }
        return WITHOUT_MESSAGE.contains(update.kind())
                ? new Reading.Ignored(update.kind())
                : new Reading.Unreadable("updates of this kind are not understood: " + update.kind());
    }
}
