package io.leadbraid.ingestion.intake;

/** Where records go. All go the same way. */
sealed interface Way {

    record Direct(Line line) implements Way {}

    record Spooling() implements Way {}
}
