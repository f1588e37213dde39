package io.leadbraid.ingestion.normal;

import io.leadbraid.model.Identifier;

/**
 * An identifier in a text.
 *
 * @param start where it begins, in UTF-16 units
 * @param raw as it stands there
 */
public record Mention(Identifier identifier, int start, String raw) {

    int end() {
        return start + raw.length();
    }
}
