package io.leadbraid.ingestion.form;

import io.leadbraid.ingestion.normal.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What was submitted, in whatever encoding it came, bounded. */
record Submission(List<FormField> fields) {

    /** Some dialects send half a dozen fields for each that somebody filled in. */
    static final int MOST_FIELDS = 1_000;

    static final int MOST_KEY = 100;
    private static final int MOST_ATTRIBUTES = 200;
    /** https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#attr-fe-name-charset. */
    private static final Pattern CHARSET_FIELD = Pattern.compile("(?:^|&)_charset_=([\\w.:-]{1,40})");

    private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final int MOST_VALUE = 16_384;
    private static final int MOST_ATTRIBUTE = 2_000;
    private static final int ALL_ATTRIBUTES = 65_536;

    Submission {
        fields = fields.stream()
                .map(field -> new FormField(
                        Texts.first(Texts.oneLine(field.key()), MOST_KEY),
                        Texts.first(Texts.storable(kept(field.value())), MOST_VALUE)
                                .strip(),
                        field.otherNames()))
                .filter(field -> !field.key().isEmpty())
                .limit(MOST_FIELDS)
                .toList();
    }

    private static String kept(String value) {
        return Attachment.in(value).map(Attachment::noted).orElse(value);
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
        String charset = CHARSET_FIELD
                .matcher(start)
                .results()
                .findFirst()
                .map(field -> "; charset=" + field.group(1))
                .orElse("");
        return pairs ? Optional.of(new Submission(UrlEncoded.read(body, contentType + charset))) : Optional.empty();
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

    Submission without(Predicate<FormField> left) {
        return new Submission(fields.stream().filter(left.negate()).toList());
    }

    static String plain(String key) {
        return PUNCTUATION.matcher(key.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    /** Every field by its name, values of one name together, cut where they are long. */
    Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        int length = 0;
        for (FormField field : fields) {
            String value = cut(field.value());
            length += field.key().length() + value.length();
            boolean fits = length <= ALL_ATTRIBUTES
                    && (attributes.size() < MOST_ATTRIBUTES || attributes.containsKey(field.key()));
            if (!value.isEmpty() && fits) {
                attributes.merge(field.key(), value, (known, more) -> cut(known + ", " + more));
            }
        }
        return attributes;
    }

    static String cut(String value) {
        return Texts.first(value, MOST_ATTRIBUTE);
    }
}
