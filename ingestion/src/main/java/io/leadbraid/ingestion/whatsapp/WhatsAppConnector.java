package io.leadbraid.ingestion.whatsapp;

import io.leadbraid.ingestion.channel.ChannelKind;
import io.leadbraid.ingestion.channel.ChannelSettings;
import io.leadbraid.ingestion.channel.ConfiguredChannel;
import io.leadbraid.ingestion.channel.Connector;
import io.leadbraid.ingestion.channel.Posting;
import io.leadbraid.ingestion.channel.Reading;
import io.leadbraid.ingestion.normal.JsonValues;
import io.leadbraid.model.topic.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;

/** Takes what Meta posts apart into messages, and reads each. What holds no message of a client is ignored. */
final class WhatsAppConnector implements Connector {

    private final BiFunction<ConfiguredChannel, String, Optional<ConfiguredChannel>> siblings;
    private final MessageReading messages;

    /** @param siblings finds a channel of the same company by its phone number id */
    WhatsAppConnector(
            BiFunction<ConfiguredChannel, String, Optional<ConfiguredChannel>> siblings, MessageReading messages) {
        this.siblings = siblings;
        this.messages = messages;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.WHATSAPP;
    }

    @Override
    public List<Posting> parts(Posting posting) {
        List<Delivered> delivered =
                JsonValues.document(posting.body()).map(Delivered::in).orElseGet(List::of);
        return switch (delivered.size()) {
            case 0 -> List.of(posting);
            case 1 -> List.of(posting.part(owner(posting.channel(), delivered.getFirst()), posting.body()));
            default ->
                delivered.stream()
                        .map(one ->
                                posting.part(owner(posting.channel(), one), Json.MAPPER.writeValueAsBytes(one.alone())))
                        .toList();
        };
    }

    /** A Meta app has one address for all of its numbers. */
    private ConfiguredChannel owner(ConfiguredChannel channel, Delivered delivered) {
        return delivered
                .phoneNumberId()
                .filter(number -> !number.equals(channel.account()))
                .flatMap(number -> siblings.apply(channel, number))
                .filter(sibling -> haveOneApp(sibling, channel))
                .orElse(channel);
    }

    private static boolean haveOneApp(ConfiguredChannel one, ConfiguredChannel other) {
        return one.settings() instanceof ChannelSettings.WhatsApp mine
                && other.settings() instanceof ChannelSettings.WhatsApp theirs
                && mine.appSecret().equals(theirs.appSecret());
    }

    @Override
    public Reading read(Posting part) {
        Optional<JsonNode> root = JsonValues.document(part.body());
        if (root.isEmpty() || !root.get().path("object").isString()) {
            return new Reading.Unreadable("this is no webhook of Meta");
        }
        if (!root.get().path("object").stringValue().equals(Delivered.PRODUCT)) {
            return new Reading.Ignored("of another product of Meta");
        }
        if (!root.get().path("entry").isArray()) {
            return new Reading.Unreadable("the webhook has no entries");
        }
        List<Delivered> delivered = Delivered.in(root.get());
        if (delivered.isEmpty()) {
            return new Reading.Ignored("no message of a client");
        }
        return part.channel().settings() instanceof ChannelSettings.WhatsApp settings
                ? messages.read(part, settings, delivered.getFirst())
                : new Reading.Unreadable("the channel is none of WhatsApp");
    }
}
