package io.leadbraid.model;

import org.jspecify.annotations.Nullable;

/**
 * An identifier as an event gave it, already normalised.
 *
 * @param place the part of the event that held it, such as {@code contact}, {@code text@12} or {@code field:phone}
 * @param raw as the sender wrote it, where that differs
 */
public record Claim(
        Identifier identifier,
        Trust trust,
        String place,
        @Nullable String raw) {}
