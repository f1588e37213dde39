package io.leadbraid.ingestion.form;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file in a field. What it is called and its size are noted; it is dropped itself. */
record Attachment(String name, long bytes) {

    /** So many letters and digits without a blank nobody types. */
    private static final int SHORTEST = 1000;

    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{" + SHORTEST + ",}={0,2}");
    private static final Pattern LINES = Pattern.compile("[\\r\\n]+");

    /** RFC 2397, with a type, so that it is no sentence. */
    private static final Pattern DATA =
            Pattern.compile("data:([\\w.+-]{1,60}/[\\w.+-]{1,80})(?:;[^,\\s]{0,200})?,\\S*");

    /** A file that was sent as text, which some plug-ins do. */
    static Optional<Attachment> in(String value) {
        Matcher data = DATA.matcher(value);
        if (data.matches()) {
            return Optional.of(new Attachment(data.group(1), bytes(value.length() - value.indexOf(',') - 1L)));
        }
        return value.length() >= SHORTEST
                        && BASE64.matcher(LINES.matcher(value).replaceAll("")).matches()
                ? Optional.of(new Attachment("", bytes(value.length())))
                : Optional.empty();
    }

    private static long bytes(long base64) {
        return base64 / 4 * 3;
    }

    String noted() {
        return name.isEmpty() ? "file, " + bytes + " bytes" : "file " + name + ", " + bytes + " bytes";
    }
}
