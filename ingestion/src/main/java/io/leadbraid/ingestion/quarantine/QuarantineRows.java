package io.leadbraid.ingestion.quarantine;

import io.leadbraid.access.WorkspaceTransactions;
import io.leadbraid.ingestion.normal.Texts;
import io.leadbraid.model.EventId;
import io.leadbraid.model.Quarantined;
import io.leadbraid.model.WorkspaceId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code quarantine}. */
final class QuarantineRows {

    private static final int MOST_TEXT = 500;
    private static final int SHOWN_BYTES = 4_000;

    private final WorkspaceTransactions transactions;
    private final JdbcClient jdbc;

    QuarantineRows(WorkspaceTransactions transactions, JdbcClient jdbc) {
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    /** @param replayed whether it has been read since */
    record Row(Quarantined payload, boolean replayed) {}

    /** @param body the beginning of it, as UTF-8 */
    record Waiting(
            String id,
            String channelId,
            Instant receivedAt,
            String contentType,
            int size,
            String reason,
            String body) {}

    /** A place in the list, newest first. */
    record Place(Instant receivedAt, String id) {}

    /** Adds what is not there yet. */
    void add(WorkspaceId workspace, List<Quarantined> payloads) {
        transactions.in(
                workspace,
                () -> jdbc.sql("""
                        INSERT INTO quarantine (workspace, id, channel, received_at, content_type, body, reason)
                        SELECT :workspace, q.*
                        FROM unnest(:ids::text[], :channels::text[], :times::text[]::timestamptz[],
                                    :contentTypes::text[], :bodies::bytea[], :reasons::text[]) AS q
                        ON CONFLICT DO NOTHING
                        """)
                        .param("workspace", workspace.value())
                        .param("ids", texts(payloads, payload -> payload.event().value()))
                        .param("channels", texts(payloads, Quarantined::channelId))
                        .param(
                                "times",
                                texts(payloads, payload -> payload.receivedAt().toString()))
                        .param("contentTypes", texts(payloads, payload -> shortened(payload.contentType())))
                        .param(
                                "bodies",
                                payloads.stream().map(Quarantined::body).toArray(byte[][]::new))
                        .param("reasons", texts(payloads, payload -> shortened(payload.reason())))
                        .update());
    }

    private static String[] texts(List<Quarantined> payloads, Function<Quarantined, String> part) {
        return payloads.stream().map(part).toArray(String[]::new);
    }

    private static String shortened(String text) {
        return Texts.first(Texts.storable(text), MOST_TEXT);
    }

    /** What waits, newest first; of each body only the beginning. */
    List<Waiting> waiting(WorkspaceId workspace, Place before, int limit) {
        return transactions.in(
                workspace,
                () -> jdbc.sql("""
                        SELECT id, channel, received_at, content_type, reason, length(body) AS size,
                               substring(body FOR :shown) AS beginning
                        FROM quarantine
                        WHERE workspace = :workspace AND replayed_at IS NULL
                              AND (received_at, id) < (:receivedAt::timestamptz, :id)
                        ORDER BY received_at DESC, id DESC LIMIT :limit
                        """)
                        .param("workspace", workspace.value())
                        .param("receivedAt", before.receivedAt().toString())
                        .param("id", before.id())
                        .param("limit", limit)
                        .param("shown", SHOWN_BYTES)
                        .query((row, i) -> new Waiting(
                                row.getString("id"),
                                row.getString("channel"),
                                row.getObject("received_at", OffsetDateTime.class)
                                        .toInstant(),
                                row.getString("content_type"),
                                row.getInt("size"),
                                row.getString("reason"),
                                new String(row.getBytes("beginning"), StandardCharsets.UTF_8)))
                        .list());
    }

    Optional<Row> find(WorkspaceId workspace, String id) {
        return transactions.in(
                workspace,
                () -> jdbc.sql("""
                        SELECT id, channel, received_at, content_type, body, reason, replayed_at
                        FROM quarantine WHERE workspace = :workspace AND id = :id
                        """)
                        .param("workspace", workspace.value())
                        .param("id", id)
                        .query((row, i) -> row(workspace, row))
                        .optional());
    }

    void replayed(WorkspaceId workspace, String id) {
        transactions.in(
                workspace,
                () -> jdbc.sql("""
                        UPDATE quarantine SET replayed_at = now()
                        WHERE workspace = :workspace AND id = :id AND replayed_at IS NULL
                        """)
                        .param("workspace", workspace.value())
                        .param("id", id)
                        .update());
    }

    private static Row row(WorkspaceId workspace, ResultSet row) throws SQLException {
        Quarantined payload = new Quarantined(
                workspace,
                new EventId(row.getString("id")),
                row.getString("channel"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getString("content_type"),
                row.getBytes("body"),
                row.getString("reason"));
        return new Row(payload, row.getObject("replayed_at", OffsetDateTime.class) != null);
    }
}
