package io.leadbraid.ingestion.telegram;

import io.leadbraid.ingestion.channel.Reading;
import tools.jackson.databind.JsonNode;

/**
 * Reads messages of a connected business account. Telegram delivers both sides of each chat. A private chat has the number of
 * the client, so whoever else writes in it is the owner or a bot of his.
 */
record BusinessReading(MessageReading messages) implements UpdateReading {

    @Override
    public Reading read(Update update) {
        return isOutgoing(update.body())
                ? new Reading.Ignored("written by the business itself")
                : messages.read(update);
    }

    private static boolean isOutgoing(JsonNode message) {
        return message.has("sender_business_bot")
                || message.path("from").path("id").asLong(0)
                        != message.path("chat").path("id").asLong(0);
    }
}
