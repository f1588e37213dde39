package io.leadbraid.ingestion.avito;

import io.leadbraid.ingestion.normal.Texts;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Values as Avito writes them. Ids of ads have left 32 bits behind, whatever its specification says. */
final class Values {

    private static final int MOST_ID = 200;
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

    static String text(String raw) {
        return Texts.first(Texts.storable(Texts.first(raw, 2 * MOST_TEXT)), MOST_TEXT);
    }

    /** Seconds since 1970. */
    static Optional<Instant> time(JsonNode node) {
        return node.isNumber()
                ? Optional.of(Instant.ofEpochSecond(Math.clamp(node.asLong(0), 0, Integer.MAX_VALUE * 2L)))
                : Optional.empty();
    }
}
