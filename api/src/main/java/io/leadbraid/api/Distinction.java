package io.leadbraid.api;

import org.jspecify.annotations.Nullable;

/** Two who are to be told apart, as it arrives. */
record Distinction(
        @Nullable String a, @Nullable String b, @Nullable String reason) {

    /** Of which nothing is missing. */
    record Complete(String a, String b, String reason) {}

    Complete withReason() {
        Fields fields = new Fields();
        Complete complete =
                new Complete(fields.required("a", a), fields.required("b", b), fields.required("reason", reason));
        fields.check();
        return complete;
    }

    /** The reason may be missing. */
    Complete complete() {
        Fields fields = new Fields();
        Complete complete =
                new Complete(fields.required("a", a), fields.required("b", b), fields.optional("reason", reason));
        fields.check();
        return complete;
    }
}
