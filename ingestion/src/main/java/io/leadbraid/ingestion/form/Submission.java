package io.leadbraid.ingestion.form;

import io.leadbraid.ingestion.normal.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What was submitted, in whatever encoding it came, bounded. */
record Submission(List<FormField> fields) {

    static final int MOST_FIELDS = 100;
    private static final int MOST_KEY = 100;
    private static final int MOST_VALUE = 16_384;
    private static final int MOST_ATTRIBUTE = 2_000;
    private static final int ALL_ATTRIBUTES = 65_536;

    Submission {
        fields = fields.stream()
                .map(field -> new FormField(
                        Texts.first(Texts.oneLine(field.key()), MOST_KEY),
                        Texts.first(Texts.storable(field.value()), MOST_VALUE).strip()))
                .filter(field -> !field.key().isEmpty())
                .limit(MOST_FIELDS)
                .toList();
    }

    /** Empty when nobody could read it. */
    static Optional<Submission> read(byte[] body, String contentType) {
        String type = contentType.toLowerCase(Locale.ROOT);
        if (type.startsWith("multipart/")) {
            return Multipart.read(body, contentType).map(Submission::new);
        }
        String start = Decoding.text(body, contentType).stripLeading();
        if (type.contains("json") || start.startsWith("{") || start.startsWith("[")) {
            return JsonForm.read(start).map(Submission::new);
        }
        boolean pairs =
                type.startsWith("application/x-www-form-urlencoded") || start.isEmpty() || start.indexOf('=') > 0;
        return pairs ? Optional.of(new Submission(UrlEncoded.read(body, contentType))) : Optional.empty();
    }

    boolean isEmpty() {
        return fields.stream().allMatch(field -> field.value().isEmpty());
    }

    /** The first value that is not empty among fields with one of these names, whatever their case and punctuation. */
    Optional<String> first(List<String> plainNames) {
        return fields.stream()
                .filter(field -> !field.value().isEmpty() && plainNames.contains(plain(field.key())))
                .map(FormField::value)
                .findFirst();
    }

    static String plain(String key) {
        return key.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    /** Every field by its name, values of one name together, cut where they are long. */
    Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        int length = 0;
        for (FormField field : fields) {
            String value = Texts.first(field.value(), MOST_ATTRIBUTE);
            length += field.key().length() + value.length();
            if (!value.isEmpty() && length <= ALL_ATTRIBUTES) {
                attributes.merge(field.key(), value, (known, more) -> Texts.first(known + ", " + more, MOST_ATTRIBUTE));
            }
        }
        return attributes;
    }
}
