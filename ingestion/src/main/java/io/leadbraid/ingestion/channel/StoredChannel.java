package io.leadbraid.ingestion.channel;

import io.leadbraid.model.WorkspaceId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A row of the table {@code channel}, its secrets in clear. */
record StoredChannel(
        WorkspaceId workspace,
        String id,
        ChannelKind kind,
        String name,
        RawSettings settings,
        long version,
        Instant createdAt) {

    ConfiguredChannel configured() {
        ChannelSettings typed = switch (kind) {
            case TELEGRAM -> telegram();
            case FORM -> form();
            case WHATSAPP -> whatsapp();
            case AVITO -> avito();
        };
        return new ConfiguredChannel(workspace, id, kind, name, typed, version);
    }

    private ChannelSettings telegram() {
        return new ChannelSettings.Telegram(secret("botToken"), neededSecret("secretToken"));
    }

    private ChannelSettings whatsapp() {
        return new ChannelSettings.WhatsApp(
                needed("phoneNumberId"),
                neededSecret("appSecret"),
                neededSecret("verifyToken"),
                secret("accessToken"),
                open("portfolio").orElse(ChannelSettings.WhatsApp.PORTFOLIO));
    }

    private ChannelSettings avito() {
        return new ChannelSettings.Avito(
                needed("userId"), open("clientId"), secret("clientSecret"), neededSecret("pathSecret"));
    }

    private Optional<String> open(String field) {
        return settings.open().path(field).asStringOpt();
    }

    private Optional<String> secret(String field) {
        return Optional.ofNullable(settings.secrets().get(field));
    }

    /** Without what it needs, no channel gets into the table. */
    private String needed(String field) {
        return open(field).orElseThrow(() -> new IllegalStateException("a stored channel lacks " + field));
    }

    private String neededSecret(String field) {
        return secret(field).orElseThrow(() -> new IllegalStateException("a stored channel lacks " + field));
    }

    private ChannelSettings form() {
        Set<String> origins = settings.open()
                .path("allowedOrigins")
                .valueStream()
                .map(JsonNode::stringValue)
                .map(origin -> origin.endsWith("/") ? origin.substring(0, origin.length() - 1) : origin)
                .collect(Collectors.toSet());
        return new ChannelSettings.Form(
                roles(), open("defaultRegion"), origins, open("successUrl"), secret("googleKey"));
    }

    /** The mapping may be written either way round: {@code field: role} or {@code role: field}. */
    private Map<String, String> roles() {
        Map<String, String> roles = new HashMap<>();
        settings.open().path("mapping").properties().forEach(entry -> {
            String value = entry.getValue().stringValue();
            if (SettingFields.ROLES.contains(value)) {
                roles.put(entry.getKey(), value);
            } else {
                roles.put(value, entry.getKey());
            }
        });
        return roles;
    }
}
