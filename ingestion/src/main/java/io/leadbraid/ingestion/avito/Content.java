package io.leadbraid.ingestion.avito;

import io.leadbraid.ingestion.normal.JsonValues;
import io.leadbraid.model.Message;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What a message says, in words that stand well between others. Calls in the app, files and videos come without any content.
 *
 * @param words whether the client wrote them himself, so that they may speak of him
 */
record Content(Message.Kind kind, String text, boolean words) {

    static Content of(String type, JsonNode content) {
        Content read = switch (type) {
            case "text" -> new Content(Message.Kind.TEXT, content.path("text").stringValue(""), true);
            case "link" -> new Content(Message.Kind.TEXT, link(content.path("link")), true);
            case "image" -> media("[image]", image(content.path("image").path("sizes")));
            case "item" -> media("[item]", item(content.path("item")));
            case "location" -> media("[location]", location(content.path("location")));
            case "call" -> call(content.path("call"));
            case "appCall" -> new Content(Message.Kind.CALL, "[call in the app]", false);
            case "deleted" -> new Content(Message.Kind.SYSTEM, "[deleted]", false);
            case "system" ->
                new Content(Message.Kind.SYSTEM, content.path("text").stringValue(""), false);
            case "voice", "video", "file" -> media("[" + type + "]", Optional.empty());
            default -> unknown(type, content);
        };
        return new Content(read.kind, JsonValues.text(read.text), read.words);
    }

    private static Content media(String mark, Optional<String> shown) {
        return new Content(
                Message.Kind.MEDIA, mark + shown.map(text -> " " + text).orElse(""), false);
    }

    /** A kind of tomorrow is still somebody who wrote. */
    private static Content unknown(String type, JsonNode content) {
        String text = content.path("text").stringValue("");
        return text.isBlank()
                ? media("[" + (type.isEmpty() ? "message" : JsonValues.text(type)) + "]", Optional.empty())
                : new Content(Message.Kind.TEXT, text, true);
    }

    private static Content call(JsonNode call) {
        return new Content(
                Message.Kind.CALL,
                JsonValues.line(call.path("status"))
                        .map(status -> "[" + status + " call]")
                        .orElse("[call]"),
                false);
    }

    private static String link(JsonNode link) {
        String text = link.path("text").stringValue("");
        return JsonValues.line(link.path("url"))
                .filter(url -> !text.contains(url))
                .map(url -> text.isBlank() ? url : text + "\n" + url)
                .orElse(text);
    }

    private static Optional<String> image(JsonNode sizes) {
        return sizes.properties().stream()
                .max(Comparator.comparingInt(size -> width(size.getKey())))
                .map(Map.Entry::getValue)
                .flatMap(JsonValues::line);
    }

    /** Of {@code 1280x960}. */
    private static int width(String size) {
        String digits = size.split("x", 2)[0];
        return digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : 0;
    }

    private static Optional<String> item(JsonNode item) {
        return lines(Stream.of("title", "price_string", "item_url"), item);
    }

    private static Optional<String> location(JsonNode location) {
        Optional<String> place = lines(Stream.of("title", "text").distinct(), location);
        return location.path("lat").isNumber() && location.path("lon").isNumber()
                ? Optional.of(Stream.concat(
                                place.stream(),
                                Stream.of(location.path("lat").asString() + ", "
                                        + location.path("lon").asString()))
                        .collect(Collectors.joining("\n")))
                : place;
    }

    private static Optional<String> lines(Stream<String> fields, JsonNode node) {
        return Optional.of(fields.flatMap(field -> JsonValues.line(node.path(field)).stream())
                        .distinct()
                        .collect(Collectors.joining("\n")))
                .filter(text -> !text.isEmpty());
    }
}
