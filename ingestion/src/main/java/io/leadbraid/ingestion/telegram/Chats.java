package io.leadbraid.ingestion.telegram;

import tools.jackson.databind.JsonNode;

/**
 * Names of conversations, which are where a reply goes. Chats of business accounts and those in which the bot is a guest are
 * others than the bot's own with the same number: {@code <connection>:<chat>} and {@code guest:<chat>}. A topic of a forum
 * is in its forum's chat: a reply to a message of the topic finds its way.
 */
final class Chats {

    private Chats() {}

    static boolean isNamed(JsonNode message) {
        return message.path("chat").path("id").canConvertToLong();
    }

    static String of(JsonNode message) {
        String chat = Long.toString(message.path("chat").path("id").asLong());
        return message.path("business_connection_id")
                .stringValueOpt()
                .or(() -> message.path("guest_query_id").stringValueOpt().map(query -> "guest"))
                .map(where -> where + ":" + chat)
                .orElse(chat);
    }
}
