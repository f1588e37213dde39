package io.leadbraid.ingestion.form;

import java.util.List;

/** The dialects that are known. The first that recognises a submission reads it; any other form is plain. */
final class Dialects {

    static final List<Dialect> ALL =
            List.of(new Tilda(), new GoogleAds(), new ElementorAdvanced(), new ElementorSimple(), new ContactForm7());

    private static final Dialect PLAIN = new PlainForm();

    private Dialects() {}

    static Dialect of(Submission sent) {
        return ALL.stream()
                .filter(dialect -> dialect.recognises(sent))
                .findFirst()
                .orElse(PLAIN);
    }
}
