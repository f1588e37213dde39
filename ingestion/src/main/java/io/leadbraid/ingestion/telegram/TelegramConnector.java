package io.leadbraid.ingestion.telegram;

import io.leadbraid.ingestion.channel.ChannelKind;
import io.leadbraid.ingestion.channel.Connector;
import io.leadbraid.ingestion.channel.Posting;
import io.leadbraid.ingestion.channel.Reading;
import io.leadbraid.ingestion.normal.Texts;
import io.leadbraid.model.topic.Json;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads updates. What holds a message of a client in a way that is not understood is unreadable, so it is kept. */
final class TelegramConnector implements Connector {

    private static final String UPDATE_ID = "update_id";

    private final MessageReading messages;

    TelegramConnector(MessageReading messages) {
        this.messages = messages;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.TELEGRAM;
    }

    @Override
    public Reading read(Posting posting) {
        return parse(posting.body())
                .filter(update -> update.isObject() && update.path(UPDATE_ID).canConvertToLong())
                .map(update -> read(posting, update))
                .orElseGet(() -> new Reading.Unreadable("this is no update of the Bot API"));
    }

    private Reading read(Posting posting, JsonNode update) {
        String kind = update.propertyNames().stream()
                .filter(name -> !name.equals(UPDATE_ID))
                .findFirst()
                .orElse("");
        long id = update.path(UPDATE_ID).asLong();
        return switch (kind) {
            case "message" -> messages.read(posting, id, update.path(kind), false);
            case "edited_message" -> messages.read(posting, id, update.path(kind), true);
            case "" -> new Reading.Unreadable("the update is empty");
            default ->
                UpdateKinds.WITHOUT_MESSAGE.contains(kind)
                        ? new Reading.Ignored(kind)
                        : new Reading.Unreadable(
                                "updates of this kind are not understood: " + Texts.first(Texts.storable(kind), 64));
        };
    }

    private static Optional<JsonNode> parse(byte[] body) {
        try {
            return Optional.of(Json.MAPPER.readTree(body));
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }
}
