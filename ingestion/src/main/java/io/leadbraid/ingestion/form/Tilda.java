package io.leadbraid.ingestion.form;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tilda: its webhook (https://help-ru.tilda.cc/forms/webhook), which wants the answer {@code ok} and tests with {@code
 * test=test}, and its marketplace integration, which is JSON (https://help-ru.tilda.cc/forms/marketplace/tech).
 */
final class Tilda implements Dialect {

    private static final FormField TEST = new FormField("test", "test");
    private static final Pattern SENT = Pattern.compile("(?:^|&)tranid=|^test=test$");

    /** All cookies of the site, when the owner has ticked that. {@link Visit} takes from them what it knows. */
    private static final String COOKIES = "cookies";

    @Override
    public boolean recognises(Submission sent) {
        return isTest(sent) || transaction(sent).isPresent();
    }

    @Override
    public boolean isTest(Submission sent) {
        return sent.fields().equals(List.of(TEST));
    }

    @Override
    public Optional<String> transaction(Submission sent) {
        return sent.first(List.of("tranid"));
    }

    @Override
    public Submission plain(Submission sent) {
        return sent.without(field -> field.plainKey().equals(COOKIES));
    }

    /** Whether this looks like Tilda's webhook, without reading it all. */
    static boolean sent(byte[] body, String contentType) {
        return contentType.startsWith("application/x-www-form-urlencoded")
                && SENT.matcher(new String(body, StandardCharsets.ISO_8859_1)).find();
    }
}
