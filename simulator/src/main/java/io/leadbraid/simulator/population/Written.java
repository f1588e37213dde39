package io.leadbraid.simulator.population;

import java.util.Optional;

/**
 * One message of somebody.
 *
 * @param tag a word that stands in this message's text and in no other; absent where the text is an identifier, or
 *     nothing at all
 */
public record Written(Address by, Optional<String> tag) {}
