package io.leadbraid.ingestion.avito;

import io.leadbraid.ingestion.channel.ChannelKind;
import io.leadbraid.ingestion.channel.Connector;
import io.leadbraid.ingestion.channel.Posting;
import io.leadbraid.ingestion.channel.Reading;
import io.leadbraid.ingestion.normal.JsonValues;
import io.leadbraid.ingestion.normal.Texts;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Reads webhooks of the messenger API, version 3 and earlier ones (developers.avito.ru/api-catalog/messenger). Of the
 * earlier ones only the message itself is known, so it is looked for around the place where it stands now.
 */
final class AvitoConnector implements Connector {

    private static final String MESSAGE = "message";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final MessageReading messages;

    AvitoConnector(MessageReading messages) {
        this.messages = messages;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.AVITO;
    }

    @Override
    public Reading read(Posting part) {
        String text = text(part.body());
        if (text.isBlank()) {
            return new Reading.Ignored("a test of the address");
        }
        Optional<JsonNode> root = JsonValues.document(text).filter(JsonNode::isObject);
        if (root.isEmpty()) {
            return new Reading.Unreadable("this is no webhook of Avito");
        }
        if (root.get().isEmpty()) {
            return new Reading.Ignored("a test of the address");
        }
        JsonNode payload = root.get().path("payload");
        String type = payload.path("type").stringValue(MESSAGE);
        if (payload.has("value") && !type.equals(MESSAGE)) {
            return new Reading.Unreadable(
                    "webhooks of this type are not understood: " + Texts.first(Texts.storable(type), 64));
        }
        return message(root.get())
                .map(message -> messages.read(part, root.get(), message))
                .orElseGet(() -> new Reading.Unreadable("there is no message in it"));
    }

    private static Optional<JsonNode> message(JsonNode root) {
        JsonNode payload = root.path("payload");
        return Stream.of(payload.path("value"), payload, root.path("value"), root)
                .filter(node -> node.has("chat_id"))
                .findFirst();
    }

    /** Always UTF-8, whatever is declared; a byte that is none must not lose the message around it. */
    private static String text(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }
}
