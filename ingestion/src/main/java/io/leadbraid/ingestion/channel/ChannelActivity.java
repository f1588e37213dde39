package io.leadbraid.ingestion.channel;

import io.leadbraid.access.WorkspaceTransactions;
import io.leadbraid.model.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When channels were last heard of, and what last went wrong. Kept in memory, written together now and then. */
public final class ChannelActivity {

    /** @param channel its id */
    record Seen(
            WorkspaceId workspace,
            String channel,
            @Nullable Instant lastMessageAt,
            @Nullable Instant lastErrorAt,
            @Nullable String lastError) {

        Seen and(Seen later) {
            boolean error = later.lastErrorAt != null;
            return new Seen(
                    workspace,
                    channel,
                    later.lastMessageAt != null ? later.lastMessageAt : lastMessageAt,
                    error ? later.lastErrorAt : lastErrorAt,
                    error ? later.lastError : lastError);
        }
    }

    private final WorkspaceTransactions transactions;
    private final JdbcClient jdbc;
    private final Map<String, Seen> unwritten = new ConcurrentHashMap<>();

    ChannelActivity(WorkspaceTransactions transactions, JdbcClient jdbc) {
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    void message(ConfiguredChannel channel, Instant at) {
        note(new Seen(channel.workspace(), channel.id(), at, null, null));
    }

    /** @param reason without personal data */
    public void error(ConfiguredChannel channel, Instant at, String reason) {
        note(new Seen(channel.workspace(), channel.id(), null, at, reason));
    }

    private void note(Seen seen) {
        unwritten.merge(seen.channel(), seen, Seen::and);
    }

    /** What is not in the table yet. */
    Optional<Seen> unwritten(String channel) {
        return Optional.ofNullable(unwritten.get(channel));
    }

    /** Writes what was noted; what fails stays noted for the next time. */
    void write() {
        Map<WorkspaceId, List<Seen>> byWorkspace =
                unwritten.values().stream().collect(Collectors.groupingBy(Seen::workspace));
        byWorkspace.forEach((workspace, seen) -> {
            transactions.in(workspace, () -> write(workspace, seen));
            seen.forEach(written -> unwritten.remove(written.channel(), written));
        });
    }

    private int write(WorkspaceId workspace, List<Seen> seen) {
        return jdbc.sql("""
                        INSERT INTO channel_activity AS a (workspace, channel, last_message_at, last_error_at, last_error)
                        SELECT :workspace, s.channel, s.last_message_at, s.last_error_at, s.last_error
                        FROM unnest(:channels::text[], :messages::text[]::timestamptz[], :errorTimes::text[]::timestamptz[], :errors::text[])
                             AS s (channel, last_message_at, last_error_at, last_error)
                        JOIN channel c ON c.workspace = :workspace AND c.id = s.channel
                        ON CONFLICT (workspace, channel) DO UPDATE SET
                            last_message_at = greatest(a.last_message_at, excluded.last_message_at),
                            last_error = CASE WHEN excluded.last_error_at >= coalesce(a.last_error_at, '-infinity')
                                              THEN excluded.last_error ELSE a.last_error END,
                            last_error_at = greatest(a.last_error_at, excluded.last_error_at)
                        """)
                .param("workspace", workspace.value())
                .param("channels", seen.stream().map(Seen::channel).toArray(String[]::new))
                .param(
                        "messages",
                        seen.stream().map(s -> text(s.lastMessageAt())).toArray(String[]::new))
                .param(
                        "errorTimes",
                        seen.stream().map(s -> text(s.lastErrorAt())).toArray(String[]::new))
                .param("errors", seen.stream().map(Seen::lastError).toArray(String[]::new))
                .update();
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }
}
