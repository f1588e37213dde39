package io.leadbraid.ingestion.form;

/** A form of no known kind: its fields are what they are. */
final class PlainForm implements Dialect {

    @Override
    public boolean recognises(Submission sent) {
        return true;
    }

    @Override
    public Submission plain(Submission sent) {
        return sent;
    }
}
