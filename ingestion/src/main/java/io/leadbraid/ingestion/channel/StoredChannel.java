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

    /** @throws IllegalStateException for a kind that cannot be set up, so no row can have it */
    ConfiguredChannel configured() {
        ChannelSettings typed = switch (kind) {
            case TELEGRAM -> telegram();
            case FORM -> form();
            case WHATSAPP, AVITO -> throw new IllegalStateException("no channel of this kind can be stored");
        };
        return new ConfiguredChannel(workspace, id, kind, name, typed, version);
    }

    private ChannelSettings telegram() {
        String secretToken = settings.secrets().get("secretToken");
        if (secretToken == null) {
            throw new IllegalStateException("a Telegram channel without its secret token cannot be stored");
        }
        return new ChannelSettings.Telegram(
                Optional.ofNullable(settings.secrets().get("botToken")), secretToken);
    }

    private ChannelSettings form() {
        Set<String> origins = settings.open()
                .path("allowedOrigins")
                .valueStream()
                .map(JsonNode::stringValue)
                .map(origin -> origin.endsWith("/") ? origin.substring(0, origin.length() - 1) : origin)
                .collect(Collectors.toSet());
        return new ChannelSettings.Form(
                roles(),
                settings.open().path("defaultRegion").stringValueOpt(),
                origins,
                settings.open().path("successUrl").stringValueOpt());
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
