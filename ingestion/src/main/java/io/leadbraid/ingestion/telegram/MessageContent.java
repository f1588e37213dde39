package io.leadbraid.ingestion.telegram;

import io.leadbraid.ingestion.normal.JsonValues;
import io.leadbraid.ingestion.normal.Texts;
import io.leadbraid.model.Message;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What a message holds.
 *
 * @param text for the timeline
 * @param words what the sender said himself; empty for cards, places and the names of files
 */
record MessageContent(Message.Kind kind, String text, String words) {

    /** By field of a message, the more telling first: an animation is a document as well, a venue a location. */
    private static final List<String> MEDIA = List.of(
            "animation",
            "live_photo",
            "photo",
            "video",
            "video_note",
            "voice",
            "audio",
            "document",
            "sticker",
            "story",
            "paid_media",
            "venue",
            "location",
            "dice",
            "game",
            "poll",
            "checklist",
            "invoice",
            "rich_message");

    /** What a medium without caption is known by, the better first. */
    private static final List<String> LABELS =
            List.of("file_name", "title", "address", "question", "emoji", "latitude", "longitude");

    /** Empty where nothing that a person says is in it. */
    static Optional<MessageContent> of(JsonNode message) {
        if (message.path("text").isString()) {
            String text = text(message.path("text"));
            return Optional.of(new MessageContent(Message.Kind.TEXT, text, text));
        }
        JsonNode card = message.path("contact");
        if (card.isObject()) {
            String named = joined(card, List.of("first_name", "last_name", "phone_number"), " ");
            return Optional.of(new MessageContent(Message.Kind.CONTACT, named, ""));
        }
        JsonNode pressed = message.path("web_app_data");
        if (pressed.isObject()) {
            return Optional.of(pressed(text(pressed.path("data"))));
        }
        return MEDIA.stream().filter(message::has).findFirst().map(medium -> medium(message, medium));
    }

    /** What came back from a button or a page of ours. Who wants to can send anything, so these are nobody's words. */
    static MessageContent pressed(String data) {
        return new MessageContent(Message.Kind.CALLBACK, data, "");
    }

    private static MessageContent medium(JsonNode message, String medium) {
        String caption = text(message.path("caption"));
        if (!caption.isBlank()) {
            return new MessageContent(Message.Kind.MEDIA, caption, caption);
        }
        String label = joined(message.path(medium), LABELS, ", ");
        return new MessageContent(Message.Kind.MEDIA, label.isEmpty() ? "[" + medium + "]" : label, "");
    }

    private static String joined(JsonNode node, List<String> fields, String separator) {
        return fields.stream()
                .flatMap(field -> printed(node.path(field)))
                .map(part -> Texts.first(Texts.oneLine(part), 256))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(separator));
    }

    private static Stream<String> printed(JsonNode node) {
        return node.isString() || node.isNumber() ? Stream.of(node.asString()) : Stream.empty();
    }

    static String text(JsonNode node) {
        return JsonValues.text(node);
    }
}
