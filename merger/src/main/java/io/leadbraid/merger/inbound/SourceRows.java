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

    /** @param first each new source's first contact */
    void add(WorkspaceId workspace, List<InboundContact> first) {
        if (first.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        INSERT INTO source (workspace, id, channel, channel_id, account, external_user_id, described_at,
                                            first_seen_at, episode)
                        SELECT :workspace, s.id, s.channel, s.channel_id, s.account, s.external_user_id, '-infinity', s.at, 0
                        FROM unnest(:ids, :channels, :channelIds, :accounts, :users, :received::timestamptz[])
                            AS s(id, channel, channel_id, account, external_user_id, at)
                        ON CONFLICT DO NOTHING
                        """)
                .param("workspace", workspace.value())
                .param("ids", each(first, contact -> contact.source().value()))
                .param("channels", each(first, contact -> contact.channel().name()))
                .param("channelIds", each(first, contact -> contact.channel().id()))
                .param("accounts", each(first, contact -> contact.channel().account()))
                .param("users", each(first, InboundContact::externalUserId))
                .param("received", each(first, contact -> contact.receivedAt().toString()))
                .update();
    }

    /** @return the sources whose description is another one now */
    Set<SourceId> describe(Map<SourceId, Description> descriptions) {
        if (descriptions.isEmpty()) {
            return Set.of();
        }
        List<Entry<SourceId, Description>> rows = List.copyOf(descriptions.entrySet());
        return new HashSet<>(jdbc.sql("""
                        UPDATE source s
                        SET nickname = coalesce(d.nickname, s.nickname),
                            phone = coalesce(d.phone, s.phone),
                            name = coalesce(d.name, s.name),
                            described_at = d.at
                        FROM unnest(:ids, :times::timestamptz[], :nicknames, :phones, :names)
                            AS d(id, at, nickname, phone, name)
                        WHERE s.id = d.id AND s.id = ANY (:ids) AND d.at >= s.described_at
                          AND (coalesce(d.nickname, s.nickname), coalesce(d.phone, s.phone), coalesce(d.name, s.name))
                              IS DISTINCT FROM (s.nickname, s.phone, s.name)
                        RETURNING s.id
                        """)
                .param("ids", each(rows, row -> row.getKey().value()))
                .param("times", each(rows, row -> row.getValue().at().toString()))
                .param("nicknames", each(rows, row -> orNull(row.getValue().nickname())))
                .param("phones", each(rows, row -> orNull(row.getValue().phone())))
                .param("names", each(rows, row -> orNull(row.getValue().name())))
                .query((row, i) -> new SourceId(row.getString("id")))
                .list());
    }

    private static @Nullable String orNull(Optional<String> value) {
        return value.orElse(null);
    }
}
