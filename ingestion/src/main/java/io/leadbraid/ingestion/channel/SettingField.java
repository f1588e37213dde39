package io.leadbraid.ingestion.channel;

import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * A setting of a channel.
 *
 * @param secret kept encrypted, and never shown again
 * @param generated made up when it is left out
 * @param problem what is wrong with a value; empty when nothing is
 */
record SettingField(String name, boolean secret, boolean generated, Function<JsonNode, Optional<String>> problem) {

    static SettingField open(String name, Function<JsonNode, Optional<String>> problem) {
        return new SettingField(name, false, false, problem);
    }

    static SettingField secret(String name, Function<JsonNode, Optional<String>> problem) {
        return new SettingField(name, true, false, problem);
    }

    static SettingField generatedSecret(String name, Function<JsonNode, Optional<String>> problem) {
        return new SettingField(name, true, true, problem);
    }
}
