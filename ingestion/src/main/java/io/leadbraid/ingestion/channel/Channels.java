package io.leadbraid.ingestion.channel;

import io.leadbraid.access.SecretCipher;
import io.leadbraid.access.WorkspaceTransactions;
import io.leadbraid.model.WorkspaceId;
import io.leadbraid.model.topic.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.node.ObjectNode;

/** The table {@code channel}. */
final class Channels {

    private static final TypeReference<Map<String, String>> SECRETS = new TypeReference<>() {};

    private final WorkspaceTransactions transactions;
    private final JdbcClient jdbc;
    private final SecretCipher cipher;

    Channels(WorkspaceTransactions transactions, JdbcClient jdbc, SecretCipher cipher) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    void add(StoredChannel channel) {
        transactions.in(
                channel.workspace(),
                () -> jdbc.sql("""
                        INSERT INTO channel (workspace, id, kind, name, settings, secrets, version, created_at)
                        VALUES (:workspace, :id, :kind, :name, :settings::jsonb, :secrets, :version, :createdAt::timestamptz)
                        """)
                        .param("workspace", channel.workspace().value())
                        .param("id", channel.id())
                        .param("kind", channel.kind().label())
                        .param("name", channel.name())
                        .param(
                                "settings",
                                Json.MAPPER.writeValueAsString(
                                        channel.settings().open()))
                        .param("secrets", encrypted(channel.settings()))
                        .param("version", channel.version())
                        .param("createdAt", channel.createdAt().toString())
                        .update());
    }

    /** Writes name and settings over version - 1. @return whether that was the version in force */
    boolean replace(StoredChannel channel) {
        return transactions.in(
                channel.workspace(),
                () -> jdbc.sql("""
                        UPDATE channel
                        SET name = :name, settings = :settings::jsonb, secrets = :secrets, version = :version
                        WHERE workspace = :workspace AND id = :id AND version = :version - 1
                        """)
                                .param("workspace", channel.workspace().value())
                                .param("id", channel.id())
                                .param("name", channel.name())
                                .param(
                                        "settings",
                                        Json.MAPPER.writeValueAsString(
                                                channel.settings().open()))
                                .param("secrets", encrypted(channel.settings()))
                                .param("version", channel.version())
                                .update()
                        == 1);
    }

    boolean remove(WorkspaceId workspace, String id) {
        return transactions.in(
                workspace,
                () -> jdbc.sql("DELETE FROM channel WHERE workspace = :workspace AND id = :id")
                                .param("workspace", workspace.value())
                                .param("id", id)
                                .update()
                        == 1);
    }

    Optional<StoredChannel> find(WorkspaceId workspace, String id) {
        return transactions.in(
                workspace,
                () -> jdbc.sql("""
                        SELECT workspace, id, kind, name, settings, secrets, version, created_at
                        FROM channel WHERE workspace = :workspace AND id = :id
                        """)
                        .param("workspace", workspace.value())
                        .param("id", id)
                        .query((row, i) -> channel(row))
                        .optional());
    }

    /** Channels with ids after the given one, in order of their ids. */
    List<StoredChannel> list(WorkspaceId workspace, String after, int limit) {
        return transactions.in(
                workspace,
                () -> jdbc.sql("""
                        SELECT workspace, id, kind, name, settings, secrets, version, created_at
                        FROM channel WHERE workspace = :workspace AND id > :after
                        ORDER BY id LIMIT :limit
                        """)
                        .param("workspace", workspace.value())
                        .param("after", after)
                        .param("limit", limit)
                        .query((row, i) -> channel(row))
                        .list());
    }

    /** When channels were last heard of. */
    List<ChannelActivity.Seen> activity(WorkspaceId workspace) {
        return transactions.in(
                workspace,
                () -> jdbc.sql("""
                        SELECT workspace, channel, last_message_at, last_error_at, last_error
                        FROM channel_activity WHERE workspace = :workspace
                        """)
                        .param("workspace", workspace.value())
                        .query((row, i) -> new ChannelActivity.Seen(
                                workspace,
                                row.getString("channel"),
                                instant(row, "last_message_at").orElse(null),
                                instant(row, "last_error_at").orElse(null),
                                row.getString("last_error")))
                        .list());
    }

    /** Of all workspaces, the version of each channel by id. */
    Map<String, Long> versions() {
        return jdbc
                .sql("SELECT id, version FROM channel_versions()")
                .query((row, i) -> Map.entry(row.getString("id"), row.getLong("version")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Of all workspaces. */
    List<StoredChannel> byIds(Collection<String> ids) {
        return jdbc.sql("""
                        SELECT workspace, id, kind, name, settings, secrets, version, created_at
                        FROM channel_by_id(:ids)
                        """)
                .param("ids", ids.toArray(String[]::new))
                .query((row, i) -> channel(row))
                .list();
    }

    private StoredChannel channel(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        return new StoredChannel(
                new WorkspaceId(row.getObject("workspace", UUID.class)),
                row.getString("id"),
                ChannelKind.ofLabel(kind)
                        .orElseThrow(() -> new IllegalStateException("unknown kind of channel: " + kind)),
                row.getString("name"),
                new RawSettings(
                        (ObjectNode) Json.MAPPER.readTree(row.getString("settings")),
                        Json.MAPPER.readValue(cipher.decrypt(row.getBytes("secrets")), SECRETS)),
                row.getLong("version"),
                instant(row, "created_at").orElseThrow());
    }

    private static Optional<java.time.Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private byte[] encrypted(RawSettings settings) {
        return cipher.encrypt(Json.MAPPER.writeValueAsString(settings.secrets()));
    }
}
