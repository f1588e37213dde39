package io.leadbraid.merger.decisions;

import static io.leadbraid.merger.leads.Columns.each;

import io.leadbraid.merger.leads.Columns;
import io.leadbraid.merger.leads.Cursor;
import io.leadbraid.merger.leads.Page;
import io.leadbraid.model.DecisionId;
import io.leadbraid.model.LeadId;
import io.leadbraid.model.SourceId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the table {@code decision}. */
final class DecisionRows {

    private final JdbcClient jdbc;

    DecisionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The decision of that kind, if it is in force. */
    Optional<Decided> inForce(String kind, DecisionId id) {
        return jdbc.sql("""
                        SELECT id, ruling, in_force, reason, actor_id, at
                        FROM decision
                        WHERE id = :id AND kind = :kind AND in_force
                        """)
                .param("id", id.value())
                .param("kind", kind)
                .query((row, i) -> Decided.read(row))
                .optional();
    }

    /** Those in force, from the newest on. @throws io.leadbraid.access.problem.ProblemException 422 for a foreign cursor */
    Page<Decided> page(String kind, Optional<String> cursor, int limit) {
        Cursor after = cursor.map(Cursor::parse).orElse(Cursor.AFTER_ALL);
        List<Decided> oneMore = jdbc.sql("""
                        SELECT id, ruling, in_force, reason, actor_id, at
                        FROM decision
                        WHERE kind = :kind AND in_force AND (at, id) < (:at, :id)
                        ORDER BY at DESC, id DESC
                        LIMIT :limit
                        """)
                .param("kind", kind)
                .param("at", Columns.utc(after.at()))
                .param("id", after.tie())
                .param("limit", limit + 1)
                .query((row, i) -> Decided.read(row))
                .list();
        return Page.of(
                oneMore, limit, decided -> new Cursor(decided.at(), decided.id().value()));
    }

    /** Those in force that stand between any source of the one and any of the other. */
    List<Decided> between(String kind, Collection<SourceId> one, Collection<SourceId> other) {
        return jdbc.sql("""
                        SELECT d.id, d.ruling, d.in_force, d.reason, d.actor_id, d.at
                        FROM decision d
                        WHERE d.kind = :kind AND d.in_force
                          AND d.id = ANY (ARRAY(
                              SELECT mine.decision_id
                              FROM decision_source mine
                              JOIN decision_source theirs
                                ON theirs.decision_id = mine.decision_id AND theirs.side <> mine.side
                              WHERE mine.source_id = ANY (:one) AND theirs.source_id = ANY (:other)))
                        ORDER BY d.id
                        """)
                .param("kind", kind)
                .param("one", each(one, SourceId::value))
                .param("other", each(other, SourceId::value))
                .query((row, i) -> Decided.read(row))
                .list();
    }

    /** The open leads that these sources are on now. */
    List<LeadId> openLeads(Collection<SourceId> sources) {
        return jdbc.sql("""
                        SELECT DISTINCT l.id
                        FROM source s
                        JOIN inquiry i ON i.source_id = s.id AND i.episode = s.episode
                        JOIN lead l ON l.id = i.lead_id AND l.status = 'open'
                        WHERE s.id = ANY (:sources)
                        ORDER BY l.id
                        """)
                .param("sources", each(sources, SourceId::value))
                .query((row, i) -> new LeadId(row.getString("id")))
                .list();
    }
}
