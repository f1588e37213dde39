package io.leadbraid.ingestion.form;

/** Elementor Pro's webhook without advanced data: fields by label, {@code No Label <id>} where there is none. */
final class ElementorSimple implements Dialect {

    private static final String CREDIT = "Elementor";

    @Override
    public boolean recognises(Submission sent) {
        return sent.fields().stream().anyMatch(field -> field.key().equals("form_name"));
    }

    /** The label of its credit is translated, its value is not. */
    @Override
    public Submission plain(Submission sent) {
        return sent.without(field -> field.value().equals(CREDIT));
    }
}
