package io.leadbraid.api;

import org.jspecify.annotations.Nullable;

/** Two who are to be told apart, as it arrives. */
record Distinction(
        @Nullable String a, @Nullable String b, @Nullable String reason) {

    /** Of which nothing is missing. */
    record Complete(String a, String b, String reason) {}

    Complete withReason() {
        return complete(true);
    }

    /** The reason may be missing. */
    Complete complete() {
        return complete(false);
    }

    private Complete complete(boolean needsReason) {
        Fields fields = new Fields();
        Complete complete =
                new Complete(fields.required("a", a), fields.required("b", b), fields.reason(reason, needsReason));
        fields.check();
        return complete;
    }
}
