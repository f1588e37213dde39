package io.leadbraid.merger.leads;

import static io.leadbraid.merger.leads.Columns.ids;
import static io.leadbraid.merger.leads.Columns.instant;
import static io.leadbraid.merger.leads.Columns.strings;

import io.leadbraid.model.Direction;
import io.leadbraid.model.Lead;
import io.leadbraid.model.LeadId;
import io.leadbraid.model.topic.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;

/**
 * The one rendering of a lead, for the API, for lists and for {@code leadbraid.leads}. It is one statement, so what it shows
 * belongs together. Counts and last messages are looked up and not kept: that spares each message two updates.
 */
public final class LeadDocuments {

    private static final ObjectReader SOURCES = Json.MAPPER.readerFor(new TypeReference<List<Lead.Source>>() {});
    private static final ObjectReader ATTRIBUTES = Json.MAPPER.readerFor(new TypeReference<Map<String, String>>() {});

    private final JdbcClient jdbc;

    public LeadDocuments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of the ids; ids of no lead are left out. Within a transaction that sees the workspace. */
    public List<Lead> render(Collection<LeadId> leads) {
        KeyLookups.prefer(jdbc);
        return jdbc.sql("""
                        SELECT l.id, l.status, l.stage, l.name, l.attributes, l.assignee, l.team, l.contact_id,
                               l.last_inbound_at, l.survivor_id, l.previous_lead_ids, l.created_at, l.updated_at, l.version,
                               known.phones, known.emails, known.nicknames, sources.list AS sources,
                               latest.channel, latest.direction, latest.text, latest.at,
                               ARRAY(SELECT a.id FROM lead a WHERE a.survivor_id = l.id ORDER BY a.id) AS absorbed,
                               requests.ids AS requests, requests.others, apart.ids AS apart
                        FROM unnest(:ids) WITH ORDINALITY AS asked(id, place)
                        JOIN lead l ON l.id = asked.id AND l.id = ANY (:ids)
                        CROSS JOIN LATERAL (
                            SELECT coalesce(json_agg(json_build_object(
                                       'id', s.id, 'channel', s.channel, 'account', s.account,
                                       'externalUserId', s.external_user_id,
                                       'nickname', s.nickname, 'phone', s.phone, 'name', s.name,
                                       'chats', (SELECT coalesce(json_agg(json_build_object('id', c.id, 'url', c.url)
                                                                          ORDER BY c.id), '[]')
                                                 FROM chat c
                                                 WHERE c.source_id = s.id),
                                       'firstSeenAt', s.first_seen_at,
                                       'lastSeenAt', greatest(s.first_seen_at, seen.last_at),
                                       'messages', seen.messages) ORDER BY s.first_seen_at, s.id), '[]') AS list
                            FROM (SELECT DISTINCT i.source_id FROM inquiry i WHERE i.lead_id = l.id) part
                            CROSS JOIN LATERAL (SELECT * FROM source WHERE id = part.source_id OFFSET 0) s
                            CROSS JOIN LATERAL (
                                SELECT count(*) FILTER (WHERE m.revision = 0) AS messages, max(m.at) AS last_at
                                FROM inquiry i
                                CROSS JOIN LATERAL (
                                    SELECT revision, at
                                    FROM message
                                    WHERE source_id = i.source_id AND episode = i.episode
                                    OFFSET 0) m
                                WHERE i.source_id = s.id AND i.lead_id = l.id) seen) sources
                        CROSS JOIN LATERAL (
                            SELECT array_agg(value ORDER BY trust DESC, first_at, value) FILTER (WHERE kind = 'phone') AS phones,
                                   array_agg(value ORDER BY trust DESC, first_at, value) FILTER (WHERE kind = 'email') AS emails,
                                   array_agg(value ORDER BY trust DESC, first_at, value)
                                       FILTER (WHERE kind = 'nickname') AS nicknames
                            FROM (SELECT f.kind, f.value, max(f.trust) AS trust, min(f.first_at) AS first_at
                                  FROM inquiry i
                                  CROSS JOIN LATERAL (
                                      SELECT * FROM source_identifier WHERE source_id = i.source_id OFFSET 0) f
                                  WHERE i.lead_id = l.id AND f.trust >= 1 AND f.kind IN ('phone', 'email', 'nickname')
                                  GROUP BY f.kind, f.value) held) known
                        CROSS JOIN LATERAL (
                            SELECT array_agg(DISTINCT r.id) AS ids, array_agg(DISTINCT other) FILTER (WHERE other <> l.id) AS others
                            FROM merge_request_lead x
                            CROSS JOIN LATERAL (
                                SELECT * FROM merge_request WHERE id = x.request_id AND status = 'open' OFFSET 0) r
                            CROSS JOIN unnest(r.lead_ids) other
                            WHERE x.lead_id = l.id) requests
                        CROSS JOIN LATERAL (
                            SELECT array_agg(DISTINCT other.lead_id) AS ids
                            FROM inquiry i
                            CROSS JOIN LATERAL (
                                SELECT decision_id, side FROM decision_source WHERE source_id = i.source_id OFFSET 0) mine
                            CROSS JOIN LATERAL (
                                SELECT id
                                FROM decision
                                WHERE id = mine.decision_id AND kind = 'keep-apart' AND in_force
                                OFFSET 0) d
                            CROSS JOIN LATERAL (
                                SELECT source_id FROM decision_source WHERE decision_id = d.id AND side <> mine.side OFFSET 0) theirs
                            CROSS JOIN LATERAL (
                                SELECT lead_id FROM inquiry WHERE source_id = theirs.source_id AND lead_id <> l.id OFFSET 0) other
                            WHERE i.lead_id = l.id) apart
                        LEFT JOIN LATERAL (
                            SELECT newest.*
                            FROM inquiry i
                            CROSS JOIN LATERAL (
                                SELECT m.channel, m.direction, m.text, m.at
                                FROM message m
                                WHERE m.source_id = i.source_id AND m.episode = i.episode
                                ORDER BY m.at DESC, m.seq DESC
                                LIMIT 1) newest
                            WHERE i.lead_id = l.id
                            ORDER BY newest.at DESC
                            LIMIT 1) latest ON true
                        ORDER BY asked.place
                        """)
                .param("ids", leads.stream().map(LeadId::value).distinct().toArray(String[]::new))
                .query((row, i) -> lead(row))
                .list();
    }

    private static Lead lead(ResultSet row) throws SQLException {
        Lead.@Nullable LastMessage last = lastMessage(row);
        String survivor = row.getString("survivor_id");
        return new Lead(
                new LeadId(row.getString("id")),
                row.getString("status"),
                row.getString("stage"),
                row.getString("name"),
                strings(row, "phones"),
                strings(row, "emails"),
                strings(row, "nicknames"),
                ATTRIBUTES.readValue(row.getString("attributes")),
                row.getString("assignee"),
                row.getString("team"),
                row.getString("contact_id"),
                SOURCES.readValue(row.getString("sources")),
                last,
                instant(row, "last_inbound_at"),
                last != null && last.direction() == Direction.IN,
                survivor == null ? null : new LeadId(survivor),
                ids(row, "absorbed"),
                ids(row, "previous_lead_ids"),
                ids(row, "apart"),
                ids(row, "others"),
                strings(row, "requests"),
                List.of(),
                List.of(),
                Columns.when(row, "created_at"),
                Columns.when(row, "updated_at"),
                row.getLong("version"));
    }

    private static Lead.@Nullable LastMessage lastMessage(ResultSet row) throws SQLException {
        String direction = row.getString("direction");
        return direction == null
                ? null
                : new Lead.LastMessage(
                        row.getString("channel"),
                        Columns.direction(direction),
                        row.getString("text"),
                        Columns.when(row, "at"));
    }
}
