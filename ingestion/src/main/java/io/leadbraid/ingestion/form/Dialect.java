package io.leadbraid.ingestion.form;

import java.util.Optional;

/** How some kind of site sends what was filled in. */
interface Dialect {

    boolean recognises(Submission sent);

    /** Whether somebody only tries out whether we answer. */
    default boolean isTest(Submission sent) {
        return false;
    }

    /** The sender's own number of the submission, the same when it is sent again. */
    default Optional<String> transaction(Submission sent) {
        return Optional.empty();
    }

    /** The same as fields that a person filled in, without what is there for machines only. */
    Submission plain(Submission sent);
}
