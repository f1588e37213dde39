package io.leadbraid.ingestion.telegram;

import io.leadbraid.ingestion.channel.ChannelKind;
import io.leadbraid.ingestion.channel.Connector;
import io.leadbraid.ingestion.channel.Posting;
import io.leadbraid.ingestion.channel.Reading;
import io.leadbraid.ingestion.normal.JsonValues;
import io.leadbraid.ingestion.normal.Texts;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads updates. What holds a message of a client in a way that is not understood is unreadable, so it is kept. */
final class TelegramConnector implements Connector {

    private static final String UPDATE_ID = "update_id";
    private static final int MOST_KIND = 64;

    private final UpdateKinds kinds;

    TelegramConnector(UpdateKinds kinds) {
        this.kinds = kinds;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.TELEGRAM;
    }

    @Override
    public Reading read(Posting posting) {
        return JsonValues.document(posting.body())
                .filter(update -> update.isObject() && update.path(UPDATE_ID).canConvertToLong())
                .map(update -> read(posting, update))
                .orElseGet(() -> new Reading.Unreadable("this is no update of the Bot API"));
    }

    private Reading read(Posting posting, JsonNode update) {
        List<String> names = update.propertyNames().stream()
                .filter(name -> !name.equals(UPDATE_ID))
                .toList();
        if (names.isEmpty()) {
            return new Reading.Unreadable("the update is empty");
        }
        String name = names.stream().filter(kinds::isKnown).findFirst().orElse(names.getFirst());
        String kind = Texts.first(Texts.storable(name), MOST_KIND);
        return kinds.read(new Update(posting, update.path(UPDATE_ID).asLong(), kind, update.path(name)));
    }
}
