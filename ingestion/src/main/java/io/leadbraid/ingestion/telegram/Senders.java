package io.leadbraid.ingestion.telegram;

import io.leadbraid.ingestion.channel.Reading;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Tells people from everything else that sends. */
final class Senders {

    /** Writes service notices and stands in for channels. */
    private static final long TELEGRAM_ITSELF = 777_000;

    private Senders() {}

    /**
     * Why something comes from no person; empty where it does. Anonymous administrators and channels send as a chat, and then
     * {@code from} is made up.
     */
    static Optional<Reading> whyNobody(JsonNode sent) {
        JsonNode from = sent.path("from");
        if (from.isMissingNode() || sent.has("sender_chat")) {
            return Optional.of(new Reading.Ignored("not written by a person"));
        }
        if (!from.path("id").canConvertToLong()) {
            return Optional.of(new Reading.Unreadable("the sender has no id"));
        }
        return from.path("is_bot").asBoolean(false) || from.path("id").asLong() == TELEGRAM_ITSELF
                ? Optional.of(new Reading.Ignored("written by a bot"))
                : Optional.empty();
    }

    static String user(JsonNode sent) {
        return Long.toString(sent.path("from").path("id").asLong());
    }
}
