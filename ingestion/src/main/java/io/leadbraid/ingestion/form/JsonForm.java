package io.leadbraid.ingestion.form;

import io.leadbraid.ingestion.normal.JsonValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A JSON object as fields: inner objects as {@code outer.inner}, lists as one field several times, lists of objects as {@code
 * list[0].inner}.
 */
final class JsonForm {

    private JsonForm() {}

    /** Empty when the text is no JSON object. */
    static Optional<List<FormField>> read(String text) {
        return JsonValues.document(text).filter(JsonNode::isObject).map(json -> {
            List<FormField> fields = new ArrayList<>();
            flatten("", json, fields);
            return fields;
        });
    }

    private static void flatten(String key, JsonNode node, List<FormField> fields) {
        if (fields.size() > Submission.MOST_FIELDS || node.isNull()) {
            return;
        }
        if (node.isObject()) {
            node.properties()
                    .forEach(inner -> flatten(
                            key.isEmpty() ? inner.getKey() : key + "." + inner.getKey(), inner.getValue(), fields));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(node.get(i).isObject() ? key + "[" + i + "]" : key, node.get(i), fields);
            }
        } else {
            fields.add(new FormField(key, node.asString()));
        }
    }
}
