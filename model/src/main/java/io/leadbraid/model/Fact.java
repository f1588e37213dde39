package io.leadbraid.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What can be observed of a source: an identifier, which may link it to others, or a trait, which may not. */
public sealed interface Fact permits Identifier, Trait {

    /** One line that says the same as the value; {@link #parse} reads it back. */
    @JsonValue
    String canonical();

    /** @throws IllegalArgumentException when the text is no canonical form of a fact */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Fact parse(String canonical) {
        return canonical.startsWith(Trait.MARK) ? Trait.parse(canonical) : Identifier.parse(canonical);
    }
}
