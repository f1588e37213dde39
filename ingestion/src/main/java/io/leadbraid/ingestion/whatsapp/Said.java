package io.leadbraid.ingestion.whatsapp;

import io.leadbraid.ingestion.normal.JsonValues;
import io.leadbraid.model.Message;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What a message says, in words that stand well between others.
 *
 * @param words whether the client wrote them himself, so that they may speak of him
 */
record Said(Message.Kind kind, String text, boolean words) {

    static Said in(JsonNode message) {
        String type = message.path("type").stringValue("");
        JsonNode content = message.path(type);
        Said said = switch (type) {
            case "text" -> words(content.path("body").stringValue(""));
            case "image", "video", "audio", "voice", "document", "sticker" -> media(type, content, message);
            case "location" ->
                new Said(
                        Message.Kind.MEDIA,
                        Stream.concat(
                                        Stream.of(lines(content, "name", "address"))
                                                .filter(text -> !text.isEmpty()),
                                        coordinates(content).stream())
                                .collect(Collectors.joining("\n")),
                        false);
            case "contacts" -> new Said(Message.Kind.CONTACT, Cards.text(content), false);
            case "button" -> choice(line(content, "text").or(() -> line(content, "payload")));
            case "reaction" -> choice(line(content, "emoji"));
            case "interactive" -> interactive(content);
            case "order" -> order(content);
            case "edit" -> in(content.path("message"));
            case "revoke" -> new Said(Message.Kind.SYSTEM, "[deleted]", false);
            default -> new Said(Message.Kind.MEDIA, marked(type.isEmpty() ? "message" : type, message), false);
        };
        boolean own = said.words && !isForwarded(message.path("context"));
        return new Said(said.kind, JsonValues.text(said.text), own);
    }

    private static Said words(String text) {
        return new Said(Message.Kind.TEXT, text, true);
    }

    private static Said choice(Optional<String> text) {
        return new Said(Message.Kind.CALLBACK, text.orElse("[button]"), false);
    }

    private static Said media(String type, JsonNode content, JsonNode message) {
        String caption = content.path("caption").stringValue("");
        if (!caption.isBlank()) {
            return new Said(Message.Kind.MEDIA, caption, true);
        }
        String mark = content.path("voice").asBoolean(false) ? "voice" : type;
        return new Said(
                Message.Kind.MEDIA,
                Stream.of(Optional.of(marked(mark, message)), line(content, "filename"))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(" ")),
                false);
    }

    /** {@code [unsupported] Message type unknown}: Meta says in {@code errors} why it cannot show something. */
    private static String marked(String type, JsonNode message) {
        Optional<String> error = message.path("errors")
                .valueStream()
                .flatMap(given -> line(given, "title").stream())
                .findFirst();
        return "[" + type + "]" + error.map(title -> " " + title).orElse("");
    }

    private static Said interactive(JsonNode content) {
        String type = content.path("type").stringValue("");
        JsonNode reply = content.path(type);
        return switch (type) {
            case "button_reply", "list_reply" ->
                choice(Optional.of(lines(reply, "title", "description"))
                        .filter(text -> !text.isEmpty())
                        .or(() -> line(reply, "id")));
            case "nfm_reply" -> words(flow(reply));
            default -> choice(line(reply, "title").or(() -> Optional.of("[interactive]")));
        };
    }

    /** What was filled into a flow comes as JSON in a text, which need not be any. */
    private static String flow(JsonNode reply) {
        String answers = reply.path("response_json").stringValue("");
        return Stream.concat(line(reply, "body").stream(), fields(answers).stream())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static List<String> fields(String answers) {
        return JsonValues.document(answers)
                .filter(JsonNode::isObject)
                .map(read -> read.properties().stream()
                        .filter(field -> !field.getKey().equals("flow_token"))
                        .map(field -> field.getKey() + ": "
                                + (field.getValue().isValueNode()
                                        ? field.getValue().asString()
                                        : field.getValue().toString()))
                        .toList())
                .orElseGet(() -> List.of(answers));
    }

    private static Said order(JsonNode content) {
        Stream<String> items = content.path("product_items")
                .valueStream()
                .map(item -> item.path("quantity").asString("1") + " × "
                        + item.path("product_retailer_id").asString("?")
                        + line(item, "item_price").map(price -> ", " + price).orElse("")
                        + line(item, "currency").map(currency -> " " + currency).orElse(""));
        return new Said(
                Message.Kind.TEXT,
                Stream.concat(line(content, "text").stream(), items).collect(Collectors.joining("\n")),
                false);
    }

    private static Optional<String> coordinates(JsonNode content) {
        return content.path("latitude").isNumber() && content.path("longitude").isNumber()
                ? Optional.of(content.path("latitude").asString() + ", "
                        + content.path("longitude").asString())
                : Optional.empty();
    }

    private static String lines(JsonNode node, String... fields) {
        return Stream.of(fields).flatMap(field -> line(node, field).stream()).collect(Collectors.joining("\n"));
    }

    private static Optional<String> line(JsonNode node, String field) {
        return JsonValues.line(node.path(field));
    }

    private static boolean isForwarded(JsonNode context) {
        return context.path("forwarded").asBoolean(false)
                || context.path("frequently_forwarded").asBoolean(false);
    }
}
