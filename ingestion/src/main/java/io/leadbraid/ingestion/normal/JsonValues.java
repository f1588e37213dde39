package io.leadbraid.ingestion.normal;

import io.leadbraid.model.topic.Json;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Values as platforms write them: ids and times as text or as numbers, and what is absent also as an empty text. */
public final class JsonValues {

    /** WhatsApp's business-scoped user ids have up to 131 characters; whatever is an id must fit into an index. */
    private static final int MOST_ID = 256;

    private static final int MOST_LINE = 2_000;

    /** Telegram gives texts of up to 4096 characters; this is room for more to come. */
    private static final int MOST_TEXT = 16_384;

    private JsonValues() {}

    /** What was sent as a whole; empty when it is no JSON. */
    public static Optional<JsonNode> document(byte[] body) {
        try {
            return Optional.of(Json.MAPPER.readTree(body));
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }

    public static Optional<JsonNode> document(String text) {
        try {
            return Optional.of(Json.MAPPER.readTree(text));
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }

    public static Optional<String> id(JsonNode node) {
        return line(node).filter(id -> id.length() <= MOST_ID && id.indexOf(' ') < 0);
    }

    public static Optional<String> line(JsonNode node) {
        return node.isString() || node.isNumber()
                ? Optional.of(Texts.first(Texts.oneLine(Texts.first(node.asString(), 4 * MOST_LINE)), MOST_LINE))
                        .filter(line -> !line.isEmpty())
                : Optional.empty();
    }

    public static String text(JsonNode node) {
        return text(node.stringValue(""));
    }

    public static String text(String raw) {
        return Texts.first(Texts.storable(Texts.first(raw, 2 * MOST_TEXT)), MOST_TEXT);
    }

    /** Seconds since 1970, as a number or as text; 0 where it is neither. */
    public static long seconds(JsonNode node) {
        return Math.clamp(node.asLong(0), 0, Integer.MAX_VALUE * 2L);
    }

    /** When the seconds say, if that can be true. */
    public static Optional<Instant> time(JsonNode node, Instant receivedAt) {
        return Optional.of(Instant.ofEpochSecond(seconds(node))).filter(given -> Times.isPlausible(given, receivedAt));
    }
}
