package io.leadbraid.ingestion.form;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Tilda's webhook (https://help-ru.tilda.cc/forms/webhook): it wants the answer {@code ok}, and tests with {@code test=test}. */
final class Tilda {

    private static final FormField TEST = new FormField("test", "test");
    private static final Pattern SENT = Pattern.compile("(?:^|&)tranid=|^test=test$");

    private Tilda() {}

    static boolean isTest(Submission submission) {
        return submission.fields().equals(List.of(TEST));
    }

    /** Whether this looks like Tilda, without reading it all. */
    static boolean sent(byte[] body, String contentType) {
        return contentType.startsWith("application/x-www-form-urlencoded")
                && SENT.matcher(new String(body, StandardCharsets.ISO_8859_1)).find();
    }
}
