package io.leadbraid.ingestion.form;

/** Contact Form 7 of WordPress, sent on by a plug-in: flat JSON by name of the tag, checkboxes as lists. */
final class ContactForm7 implements Dialect {

    private static final String INTERNAL = "_wpcf7";

    @Override
    public boolean recognises(Submission sent) {
        return sent.fields().stream()
                .anyMatch(
                        field -> field.key().startsWith(INTERNAL) || field.key().startsWith("your-"));
    }

    @Override
    public Submission plain(Submission sent) {
        return sent.without(field -> field.key().startsWith(INTERNAL));
    }
}
