package io.leadbraid.merger.inbound;

import static io.leadbraid.merger.leads.Columns.each;

import io.leadbraid.model.InboundContact;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.WorkspaceId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code source}. */
final class SourceRows {

    private final JdbcClient jdbc;

    SourceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The first episode of those whose clients have done something begins with them.
     *
     * @param descriptions by each new source, what it tells of itself
     */
    void add(WorkspaceId workspace, InboundBatch batch, Map<SourceId, Description> descriptions) {
        if (descriptions.isEmpty()) {
            return;
        }
        List<Entry<SourceId, Description>> rows = List.copyOf(descriptions.entrySet());
        List<InboundContact> first =
                rows.stream().map(row -> batch.firstOf(row.getKey())).toList();
        jdbc.sql("""
                        INSERT INTO source (workspace, id, channel, channel_id, account, external_user_id, described_at,
                                            described_by, told, nickname, phone, name, first_seen_at, episode)
                        SELECT :workspace, s.*
                        FROM unnest(:ids, :channels, :channelIds, :accounts, :users, :times::timestamptz[], :events, :told,
                                    :nicknames, :phones, :names, :received::timestamptz[], :episodes) AS s
                        ON CONFLICT DO NOTHING
                        """)
                .param("workspace", workspace.value())
                .param("channels", each(first, contact -> contact.channel().name()))
                .param("channelIds", each(first, contact -> contact.channel().id()))
                .param("accounts", each(first, contact -> contact.channel().account()))
                .param("users", each(first, InboundContact::externalUserId))
                .param("received", each(first, contact -> contact.receivedAt().toString()))
                .param(
                        "episodes",
                        first.stream()
                                .map(contact ->
                                        batch.firstFromClient(contact.source()).isPresent() ? 1 : 0)
                                .toArray(Integer[]::new))
                .params(columns(rows))
                .update();
    }

    /**
     * Writes on a card what an event tells, unless the card or a message is of a later event; so what comes late, or again,
     * does not bring back what has passed. Only what differs is written, and not each time that it is told.
     */
    Set<SourceId> describe(Map<SourceId, Description> descriptions) {
        if (descriptions.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql("""
                        UPDATE source s
                        SET described_at = d.at, described_by = d.event, told = d.told,
                            nickname = coalesce(d.nickname, s.nickname),
                            phone = coalesce(d.phone, s.phone),
                            name = coalesce(d.name, s.name)
                        FROM unnest(:ids, :times::timestamptz[], :events, :told, :nicknames, :phones, :names)
                            AS d(id, at, event, told, nickname, phone, name)
                        WHERE s.id = d.id AND s.id = ANY (:ids)
                          AND (d.at, d.event COLLATE "C") > (s.described_at, s.described_by)
                          AND NOT EXISTS (
                              SELECT FROM message m
                              WHERE m.source_id = s.id AND m.episode = greatest(s.episode, 1) AND m.at > d.at
                              OFFSET 0)
                        RETURNING s.id
                        """)
                .params(columns(List.copyOf(descriptions.entrySet())))
                .query((row, i) -> new SourceId(row.getString("id")))
                .list());
    }

    private static Map<String, ?> columns(List<Entry<SourceId, Description>> rows) {
        return Map.of(
                "ids", each(rows, row -> row.getKey().value()),
                "times", each(rows, row -> row.getValue().at().toString()),
                "events", each(rows, row -> row.getValue().event()),
                "told", each(rows, row -> row.getValue().told()),
                "nicknames", each(rows, row -> orNull(row.getValue().nickname())),
                "phones", each(rows, row -> orNull(row.getValue().phone())),
                "names", each(rows, row -> orNull(row.getValue().name())));
    }

    private static @Nullable String orNull(Optional<String> value) {
        return value.orElse(null);
    }
}
