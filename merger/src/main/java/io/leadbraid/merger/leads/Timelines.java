package io.leadbraid.merger.leads;

import io.leadbraid.model.Digest;
import io.leadbraid.model.LeadId;
import io.leadbraid.model.Message;
import io.leadbraid.model.SourceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pages of messages over all sources of a lead: each source's index is read in order, and no further than the page. */
final class Timelines {

    private final JdbcClient jdbc;

    Timelines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Entry(TimelineItem item, Instant at, long seq) {
        Cursor cursor() {
            return new Cursor(at, Long.toString(seq));
        }
    }

    Page<TimelineItem> page(LeadId lead, Cursor after, int limit) {
        KeyLookups.prefer(jdbc);
        List<Entry> oneMore = jdbc.sql("""
                        SELECT m.*
                        FROM inquiry i
                        CROSS JOIN LATERAL (
                            SELECT m.source_id, m.chat_id, m.channel, m.account, m.provider_message_id, m.direction, m.kind,
                                   m.text, m.at, m.received_at, m.seq
                            FROM message m
                            WHERE m.source_id = i.source_id AND m.episode = i.episode AND (m.at, m.seq) > (:at, :seq)
                              AND NOT EXISTS (
                                  SELECT FROM message later
                                  WHERE later.channel = m.channel AND later.account = m.account
                                    AND later.provider_message_id = m.provider_message_id AND later.revision > m.revision
                                  OFFSET 0)
                            ORDER BY m.at, m.seq
                            LIMIT :limit) m
                        WHERE i.lead_id = :lead
                        ORDER BY m.at, m.seq
                        LIMIT :limit
                        """)
                .param("lead", lead.value())
                .param("at", Columns.utc(after.at()))
                .param("seq", after.number())
                .param("limit", limit + 1)
                .query((row, i) -> entry(row))
                .list();
        Page<Entry> page = Page.of(oneMore, limit, Entry::cursor);
        return page.with(page.items().stream().map(Entry::item).toList());
    }

    private static Entry entry(ResultSet row) throws SQLException {
        String channel = row.getString("channel");
        TimelineItem item = new TimelineItem(
                Digest.of("message", channel, row.getString("account"), row.getString("provider_message_id")),
                new SourceId(row.getString("source_id")),
                row.getString("chat_id"),
                channel,
                Columns.direction(row.getString("direction")),
                Message.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("text"),
                Columns.when(row, "at"),
                Columns.when(row, "received_at"));
        return new Entry(item, item.at(), row.getLong("seq"));
    }
}
