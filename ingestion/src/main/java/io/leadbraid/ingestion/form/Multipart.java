package io.leadbraid.ingestion.form;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code multipart/form-data} (RFC 7578). Of files only name and size are kept. */
final class Multipart {

    private static final Pattern BOUNDARY =
            Pattern.compile("(?i)boundary\\s*=\\s*(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70}))");
    /** In quotes or without. Possessive, for otherwise the engine takes one frame of the stack for each character. */
    private static final String VALUE = "(?:\"((?:[^\"\\\\]++|\\\\.)*+)\"|([^\\s;]+))";

    private static final Pattern NAME = Pattern.compile("(?i);\\s*name\\s*=\\s*" + VALUE);
    private static final Pattern FILE = Pattern.compile("(?i);\\s*filename\\*?\\s*=\\s*" + VALUE);

    private Multipart() {}

    /** Empty when there is no boundary, or the body does not hold it. */
    static Optional<List<FormField>> read(byte[] body, String contentType) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            return Optional.empty();
        }
        String delimiter = "--" + (boundary.group(1) == null ? boundary.group(2) : boundary.group(1));
        // One character for each byte, so that places in the text are places in the body.
        String text = new String(body, StandardCharsets.ISO_8859_1);
        int at = text.indexOf(delimiter);
        if (at < 0) {
            return Optional.empty();
        }
        List<FormField> fields = new ArrayList<>();
        int next = text.indexOf("\r\n" + delimiter, at + delimiter.length());
        while (next >= 0) {
            part(text.substring(at + delimiter.length(), next), contentType).ifPresent(fields::add);
            at = next + 2;
            next = text.indexOf("\r\n" + delimiter, at + delimiter.length());
        }
        return Optional.of(fields);
    }

    private static Optional<FormField> part(String part, String contentType) {
        int end = part.indexOf("\r\n\r\n");
        if (end < 0) {
            return Optional.empty();
        }
        String headers = decoded(part.substring(0, end), contentType);
        String content = part.substring(end + 4);
        Matcher file = FILE.matcher(headers);
        Optional<String> fileName = file.find() ? Optional.of(group(file)) : Optional.empty();
        Matcher name = NAME.matcher(headers);
        if (!name.find() || fileName.filter(String::isEmpty).isPresent()) {
            return Optional.empty();
        }
        String key = group(name);
        return Optional.of(new FormField(
                key,
                fileName.map(given -> new Attachment(given, content.length()).noted())
                        .orElseGet(() -> decoded(content, contentType))));
    }

    private static String group(Matcher matcher) {
        String quoted = matcher.group(1);
        return quoted == null ? matcher.group(2) : quoted.replace("\\\"", "\"").replace("%22", "\"");
    }

    private static String decoded(String bytes, String contentType) {
        return Decoding.text(bytes.getBytes(StandardCharsets.ISO_8859_1), contentType);
    }
}
