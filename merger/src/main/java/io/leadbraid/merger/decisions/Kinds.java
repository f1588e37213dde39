package io.leadbraid.merger.decisions;

import io.leadbraid.model.Ruling;

/** Kinds of decisions, by the names that they have in JSON too. */
final class Kinds {

    static final String SEPARATION = "separation";
    static final String KEEP_APART = "keep-apart";
    static final String SHARED_IDENTIFIER = "shared-identifier";

    private Kinds() {}

    static String of(Ruling ruling) {
        return switch (ruling) {
            case Ruling.Assertion asserted -> "assertion";
            case Ruling.Retraction retracted -> "retraction";
            case Ruling.Separation separated -> SEPARATION;
            case Ruling.KeepApart keptApart -> KEEP_APART;
            case Ruling.SharedIdentifier shared -> SHARED_IDENTIFIER;
        };
    }
}
