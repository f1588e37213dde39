package io.leadbraid.ingestion.whatsapp;

import io.leadbraid.ingestion.normal.Texts;
import io.leadbraid.ingestion.normal.Times;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Values as Meta writes them: ids and times as text or as numbers, and what is absent also as an empty text. */
final class Values {

    /** A business-scoped user id has up to 131 characters, a message's id about 60; both must fit into an index. */
    private static final int MOST_ID = 256;

    private static final int MOST_LINE = 2_000;
    private static final int MOST_TEXT = 16_384;

    private Values() {}

    static Optional<String> id(JsonNode node) {
        return line(node).filter(id -> id.length() <= MOST_ID && id.indexOf(' ') < 0);
    }

    static Optional<String> line(JsonNode node) {
        return node.isString() || node.isNumber()
                ? Optional.of(Texts.first(Texts.oneLine(Texts.first(node.asString(), 4 * MOST_LINE)), MOST_LINE))
                        .filter(line -> !line.isEmpty())
                : Optional.empty();
    }

    static String text(JsonNode node) {
        return text(node.stringValue(""));
    }

    static String text(String raw) {
        return Texts.first(Texts.storable(Texts.first(raw, 2 * MOST_TEXT)), MOST_TEXT);
    }

    static long seconds(JsonNode node) {
        return Math.clamp(node.asLong(0), 0, Integer.MAX_VALUE * 2L);
    }

    static Instant time(JsonNode node, Instant receivedAt) {
        return Times.plausible(Instant.ofEpochSecond(seconds(node)), receivedAt);
    }
}
