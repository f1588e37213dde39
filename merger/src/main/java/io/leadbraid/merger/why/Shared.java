package io.leadbraid.merger.why;

import io.leadbraid.model.Identifier;

/**
 * An identifier as outsiders see it.
 *
 * @param kind {@code phone}, {@code email}, {@code nickname}, {@code id}, {@code key}, {@code contact} or {@code merge}
 * @param namespace where the value is unique; empty for the whole world
 */
public record Shared(String kind, String namespace, String value) {

    public static Shared of(Identifier identifier) {
        return new Shared(identifier.kind().label(), identifier.namespace(), identifier.value());
    }
}
