package io.leadbraid.ingestion.channel;

import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * A setting of a channel.
 *
 * @param secret kept encrypted, and never shown again
 * @param need what happens when it is left out
 * @param problem what is wrong with a value; empty when nothing is
 */
record SettingField(String name, boolean secret, Need need, Function<JsonNode, Optional<String>> problem) {

    enum Need {
        OPTIONAL,
        REQUIRED,
        GENERATED
    }

    static SettingField open(String name, Function<JsonNode, Optional<String>> problem) {
        return new SettingField(name, false, Need.OPTIONAL, problem);
    }

    static SettingField secret(String name, Function<JsonNode, Optional<String>> problem) {
        return new SettingField(name, true, Need.OPTIONAL, problem);
    }

    static SettingField generatedSecret(String name, Function<JsonNode, Optional<String>> problem) {
        return new SettingField(name, true, Need.GENERATED, problem);
    }

    SettingField required() {
        return new SettingField(name, secret, Need.REQUIRED, problem);
    }
}
