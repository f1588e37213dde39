package io.leadbraid.merger.leads;

import io.leadbraid.model.LeadId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Pages of leads, by walking the index of the order that is asked for; or, in a search, by sorting what was found. */
final class LeadLists {

    /** A beginning that more tokens share than this finds no more leads: it says too little to be meant. */
    private static final int MOST_HITS = 10_000;

    private final JdbcClient jdbc;

    LeadLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Entry(LeadId lead, Instant at) {
        Cursor cursor() {
            return new Cursor(at, lead.value());
        }
    }

    Page<Entry> page(LeadCriteria criteria, Optional<Cursor> after, int limit) {
        KeyLookups.prefer(jdbc);
        StatementSpec statement = criteria.q().map(this::searching).orElseGet(() -> walking(criteria.sort()));
        Cursor start = after.orElse(criteria.sort() == LeadSort.OLDEST ? Cursor.BEFORE_ALL : Cursor.AFTER_ALL);
        AssignedTo assignee = criteria.assignee().orElse(null);
        List<Entry> oneMore = statement
                .param("status", criteria.status().label())
                .param("channel", criteria.channel().orElse(null))
                .param("stage", criteria.stage().orElse(null))
                .param("unassigned", assignee instanceof AssignedTo.Nobody)
                .param("assignee", assignee instanceof AssignedTo.Person(String username) ? username : null)
                .param("sort", criteria.sort().name())
                .param("at", Columns.utc(start.at()))
                .param("id", start.tie())
                .param("limit", limit + 1)
                .query((row, i) -> entry(row))
                .list();
        return Page.of(oneMore, limit, Entry::cursor);
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(new LeadId(row.getString("id")), Columns.when(row, "at"));
    }

    private StatementSpec walking(LeadSort sort) {
        return switch (sort) {
            case LATEST_ACTIVITY -> jdbc.sql("""
                    SELECT l.id, l.active_at AS at
                    FROM lead l
                    WHERE l.status = :status AND (l.active_at, l.id) < (:at, :id)
                      AND lead_is_wanted(l, :stage, :assignee, :unassigned, :channel)
                    ORDER BY l.active_at DESC, l.id DESC
                    LIMIT :limit
                    """);
            case NEWEST -> jdbc.sql("""
                    SELECT l.id, l.created_at AS at
                    FROM lead l
                    WHERE l.status = :status AND (l.created_at, l.id) < (:at, :id)
                      AND lead_is_wanted(l, :stage, :assignee, :unassigned, :channel)
                    ORDER BY l.created_at DESC, l.id DESC
                    LIMIT :limit
                    """);
            case OLDEST -> jdbc.sql("""
                    SELECT l.id, l.created_at AS at
                    FROM lead l
                    WHERE l.status = :status AND (l.created_at, l.id) > (:at, :id)
                      AND lead_is_wanted(l, :stage, :assignee, :unassigned, :channel)
                    ORDER BY l.created_at, l.id
                    LIMIT :limit
                    """);
        };
    }

    /** A lead named by hand holds tokens itself; other tokens are held by sources. An absorbed lead stands for its survivor. */
    private StatementSpec searching(String q) {
        SearchTerms terms = SearchTerms.parse(q);
        return jdbc.sql("""
                        WITH hit AS (
                            SELECT term.number, found.holder
                            FROM unnest(:numbers, :from, :to) AS term(number, low, high)
                            CROSS JOIN LATERAL (
                                SELECT t.holder
                                FROM search_token t
                                WHERE t.token >= term.low AND t.token < term.high
                                LIMIT :most) found
                        ), candidate AS (
                            SELECT coalesce(own.survivor_id, own.id) AS id
                            FROM hit
                            LEFT JOIN LATERAL (
                                SELECT lead_id FROM inquiry WHERE source_id = hit.holder OFFSET 0) i ON true
                            CROSS JOIN LATERAL (
                                SELECT * FROM lead WHERE id = coalesce(i.lead_id, hit.holder) OFFSET 0) own
                            GROUP BY 1
                            HAVING count(DISTINCT hit.number) = :terms
                            UNION
                            SELECT coalesce(survivor_id, id) FROM lead WHERE id = :q
                        ), sorted AS (
                            SELECT l.id, CASE WHEN :sort::text = 'LATEST_ACTIVITY' THEN l.active_at ELSE l.created_at END AS at
                            FROM candidate c
                            CROSS JOIN LATERAL (
                                SELECT l.id, l.active_at, l.created_at
                                FROM lead l
                                WHERE l.id = c.id AND l.status = :status
                                  AND lead_is_wanted(l, :stage, :assignee, :unassigned, :channel)
                                OFFSET 0) l
                        )
                        SELECT id, at
                        FROM sorted
                        WHERE CASE WHEN :sort::text = 'OLDEST' THEN (at, id) > (:at, :id) ELSE (at, id) < (:at, :id) END
                        ORDER BY CASE WHEN :sort::text = 'OLDEST' THEN at END, CASE WHEN :sort::text = 'OLDEST' THEN id END,
                                 at DESC, id DESC
                        LIMIT :limit
                        """)
                .param("numbers", terms.numbers())
                .param("from", terms.from())
                .param("to", terms.to())
                .param("terms", terms.count())
                .param("most", MOST_HITS)
                .param("q", q.strip());
    }
}
