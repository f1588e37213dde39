package io.leadbraid.ingestion.telegram;

import java.util.Set;

/** Kinds of updates of Bot API 10.1 (https://core.telegram.org/bots/api#update) that hold no message of a client. */
final class UpdateKinds {

    static final Set<String> WITHOUT_MESSAGE = Set.of(
            "channel_post",
            "edited_channel_post",
            "business_connection",
            "deleted_business_messages",
            "message_reaction",
            "message_reaction_count",
            "inline_query",
            "chosen_inline_result",
            "callback_query",
            "shipping_query",
            "pre_checkout_query",
            "purchased_paid_media",
            "poll",
            "poll_answer",
            "my_chat_member",
            "chat_member",
            "chat_join_request",
            "chat_boost",
            "removed_chat_boost");

    private UpdateKinds() {}
}
