package io.leadbraid.ingestion.whatsapp;

import io.leadbraid.ingestion.normal.JsonValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One message of a posting with what stands around it.
 *
 * @param business the id of the WhatsApp Business Account
 * @param value of the change that holds the message
 * @param contact who sent it, as Meta describes him; missing where it does not
 * @param message missing where the change is none that messages could be found in
 */
record Delivered(JsonNode business, JsonNode value, JsonNode contact, JsonNode message) {

    static final String PRODUCT = "whatsapp_business_account";

    private static final String MESSAGES = "messages";
    private static final List<String> AROUND = List.of("messaging_product", "metadata");

    /** Entries hold changes, and changes hold messages; each may be there several times. */
    static List<Delivered> in(JsonNode root) {
        List<Delivered> found = new ArrayList<>();
        for (JsonNode entry : root.path("entry")) {
            for (JsonNode change : entry.path("changes")) {
                if (change.path("field").stringValue(MESSAGES).equals(MESSAGES)) {
                    add(entry.path("id"), change.path("value"), found);
                }
            }
        }
        return found;
    }

    private static void add(JsonNode business, JsonNode value, List<Delivered> found) {
        JsonNode messages = value.path(MESSAGES);
        if (messages.isArray()) {
            messages.forEach(message -> found.add(new Delivered(business, value, contactOf(value, message), message)));
        } else if (!value.isObject() || !messages.isMissingNode()) {
            found.add(new Delivered(business, value, MissingNode.getInstance(), MissingNode.getInstance()));
        }
    }

    /** Contacts stand in no particular order. One alone is the sender of the messages beside it, whatever its number. */
    private static JsonNode contactOf(JsonNode value, JsonNode message) {
        JsonNode contacts = value.path("contacts");
        return contacts.valueStream()
                .filter(contact -> describes(contact, message))
                .findFirst()
                .orElseGet(() ->
                        contacts.size() == 1 && senders(value) == 1 ? contacts.path(0) : MissingNode.getInstance());
    }

    private static boolean describes(JsonNode contact, JsonNode message) {
        return same(contact.path("user_id"), message.path("from_user_id"))
                || same(contact.path("wa_id"), message.path("from"))
                || same(contact.path("parent_user_id"), message.path("from_parent_user_id"));
    }

    private static boolean same(JsonNode one, JsonNode other) {
        Optional<String> id = JsonValues.id(one);
        return id.isPresent() && id.equals(JsonValues.id(other));
    }

    private static long senders(JsonNode value) {
        return value.path(MESSAGES)
                .valueStream()
                .map(message -> Stream.of("from_user_id", "from_parent_user_id", "from")
                        .map(field -> JsonValues.id(message.path(field)))
                        .toList())
                .distinct()
                .count();
    }

    Optional<String> phoneNumberId() {
        return JsonValues.id(value.path("metadata").path("phone_number_id"));
    }

    /** The same message as if it had been posted alone. */
    ObjectNode alone() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("object", PRODUCT);
        ObjectNode entry = root.putArray("entry").addObject();
        if (!business.isMissingNode()) {
            entry.set("id", business);
        }
        ObjectNode change = entry.putArray("changes").addObject();
        change.put("field", MESSAGES);
        if (message.isMissingNode()) {
            change.set("value", value);
            return root;
        }
        ObjectNode around = change.putObject("value");
        AROUND.stream().filter(value::has).forEach(field -> around.set(field, value.path(field)));
        if (!contact.isMissingNode()) {
            around.putArray("contacts").add(contact);
        }
        around.putArray(MESSAGES).add(message);
        return root;
    }
}
