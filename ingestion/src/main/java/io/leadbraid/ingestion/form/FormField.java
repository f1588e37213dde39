package io.leadbraid.ingestion.form;

import java.util.List;

/**
 * A field as it was submitted, its value storable and trimmed. A key may come several times.
 *
 * @param otherNames by which the field goes as well: its id, what was written above it, its type
 */
record FormField(String key, String value, List<String> otherNames) {

    FormField {
        otherNames = List.copyOf(otherNames);
    }

    FormField(String key, String value) {
        this(key, value, List.of());
    }

    String plainKey() {
        return Submission.plain(key);
    }
}
