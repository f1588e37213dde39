package io.leadbraid.ingestion.push;

import io.leadbraid.ingestion.normal.Texts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The fields of one pushed object, as storable text; remarks on what is wrong with them. */
final class ItemFields {

    private static final Set<String> KNOWN = Set.of(
            "channel",
            "channelId",
            "account",
            "externalUserId",
            "externalMessageId",
            "occurredAt",
            "direction",
            "nickname",
            "phone",
            "email",
            "name",
            "contactId",
            "text",
            "attributes",
            "verified",
            "region");

    private final JsonNode item;
    private final Remarks remarks;

    ItemFields(JsonNode item, Remarks remarks) {
        this.item = item;
        this.remarks = remarks;
        item.propertyNames().stream()
                .filter(name -> !KNOWN.contains(name))
                .limit(10)
                .forEach(name ->
                        remarks.warn(Texts.first(Texts.storable(name), Limits.SHORT), "is unknown, and ignored"));
    }

    /** Trimmed; empty when it is absent, blank, or no text. Numbers and booleans count as text. */
    Optional<String> line(String field, int most) {
        return text(field, most).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** Like {@link #line}; an error when it is empty for any reason. */
    Optional<String> required(String field, int most) {
        int errors = remarks.errors().size();
        Optional<String> value = line(field, most);
        if (value.isEmpty() && remarks.errors().size() == errors) {
            remarks.error(field, "is missing");
        }
        return value;
    }

    /** As it is, but for what cannot be stored; empty when it is absent or no text. */
    Optional<String> text(String field, int most) {
        JsonNode value = item.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isValueNode()) {
            remarks.warn(field, "is no text, and ignored");
            return Optional.empty();
        }
        String text = Texts.storable(value.asString());
        if (text.length() > most) {
            remarks.error(field, "is longer than " + most + " characters");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    /** The names in {@code verified}. */
    Set<String> verified() {
        Set<String> names = new TreeSet<>();
        JsonNode listed = item.path("verified");
        listed.valueStream().forEach(name -> {
            if (Set.of("phone", "email", "nickname").contains(name.asString(""))) {
                names.add(name.asString());
            } else {
                remarks.warn("verified", "may hold phone, email and nickname; the rest is ignored");
            }
        });
        if (!listed.isMissingNode() && !listed.isNull() && !listed.isArray()) {
            remarks.warn("verified", "is no list, and ignored");
        }
        return names;
    }

    /** Values that are no text are kept as JSON. */
    Map<String, String> attributes() {
        JsonNode given = item.path("attributes");
        Map<String, String> attributes = new HashMap<>();
        if (given.isMissingNode() || given.isNull()) {
            return attributes;
        }
        if (!given.isObject()) {
            remarks.warn("attributes", "is no object, and ignored");
            return attributes;
        }
        if (given.size() > Limits.ATTRIBUTES) {
            remarks.error("attributes", "has more than " + Limits.ATTRIBUTES + " entries");
            return attributes;
        }
        given.properties().forEach(entry -> attribute(entry.getKey(), entry.getValue(), attributes));
        int length = attributes.entrySet().stream()
                .mapToInt(entry -> entry.getKey().length() + entry.getValue().length())
                .sum();
        if (length > Limits.ALL_ATTRIBUTES) {
            remarks.error("attributes", "is longer than " + Limits.ALL_ATTRIBUTES + " characters");
        }
        return attributes;
    }

    private void attribute(String rawName, JsonNode given, Map<String, String> attributes) {
        String name = Texts.oneLine(rawName);
        if (given.isNull() || name.isEmpty()) {
            return;
        }
        String value = Texts.storable(given.isValueNode() ? given.asString() : given.toString());
        if (name.length() > Limits.ATTRIBUTE_NAME) {
            remarks.error("attributes", "has a name longer than " + Limits.ATTRIBUTE_NAME + " characters");
        } else if (value.length() > Limits.ATTRIBUTE_VALUE) {
            remarks.error("attributes." + name, "is longer than " + Limits.ATTRIBUTE_VALUE + " characters");
        } else {
            attributes.put(name, value);
        }
    }
}
