package io.leadbraid.merger.audit;

import static io.leadbraid.merger.leads.Columns.each;

import io.leadbraid.access.WorkspaceTransactions;
import io.leadbraid.merger.leads.Columns;
import io.leadbraid.merger.leads.Cursor;
import io.leadbraid.merger.leads.KeyLookups;
import io.leadbraid.merger.leads.Page;
import io.leadbraid.merger.rules.Link;
import io.leadbraid.merger.why.Shared;
import io.leadbraid.model.LeadId;
import io.leadbraid.model.WorkspaceId;
import io.leadbraid.model.topic.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;

/** Reads what was done to a lead and to all that it has absorbed, in the order in which it was done. */
public final class Histories {

    private static final ObjectReader DETAILS = Json.MAPPER.readerFor(new TypeReference<Map<String, Object>>() {});
    private static final ObjectReader EVIDENCE = Json.MAPPER.readerFor(new TypeReference<List<Link>>() {});

    private final WorkspaceTransactions transactions;
    private final JdbcClient jdbc;

    public Histories(WorkspaceTransactions transactions, JdbcClient jdbc) {
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    /**
     * Of the lead, or of its survivor. Empty when there is no such lead.
     *
     * @throws io.leadbraid.access.problem.ProblemException 422 for a cursor that no list gave
     */
    public Optional<Page<HistoryItem>> page(WorkspaceId workspace, LeadId lead, Optional<String> cursor, int limit) {
        long after = cursor.map(Cursor::parse).orElse(Cursor.BEFORE_ALL).number();
        return transactions.in(workspace, () -> {
            KeyLookups.prefer(jdbc);
            return Optional.of(withAbsorbed(lead))
                    .filter(leads -> !leads.isEmpty())
                    .map(leads ->
                            Page.of(items(leads, after, limit + 1), limit, item -> new Cursor(item.at(), item.id())));
        });
    }

    private List<LeadId> withAbsorbed(LeadId lead) {
        return jdbc.sql("""
                        WITH survivor AS (SELECT coalesce(survivor_id, id) AS id FROM lead WHERE id = :lead)
                        SELECT id FROM survivor
                        UNION ALL
                        SELECT id FROM lead WHERE survivor_id = ANY (ARRAY(SELECT id FROM survivor))
                        """)
                .param("lead", lead.value())
                .query((row, i) -> new LeadId(row.getString("id")))
                .list();
    }

    private List<HistoryItem> items(List<LeadId> leads, long after, int limit) {
        return jdbc.sql("""
                        SELECT a.id, a.at, a.action, a.actor_kind, a.actor_id, a.subject_id, a.details,
                               m.id AS merge_id, m.survivor_id, m.absorbed_ids, m.cause, m.rule, m.undone_at, m.evidence
                        FROM (
                            SELECT done.*
                            FROM unnest(:leads) AS part(id)
                            CROSS JOIN LATERAL (
                                SELECT id, at, action, actor_kind, actor_id, subject_id, details
                                FROM audit
                                WHERE subject_kind = 'lead' AND subject_id = part.id AND id > :after
                                ORDER BY id
                                LIMIT :limit) done
                            ORDER BY done.id
                            LIMIT :limit) a
                        LEFT JOIN LATERAL (
                            SELECT * FROM merge WHERE a.action = 'lead.merged' AND id = a.details ->> 'mergeId' OFFSET 0) m ON true
                        ORDER BY a.id
                        """)
                .param("leads", each(leads, LeadId::value))
                .param("after", after)
                .param("limit", limit)
                .query((row, i) -> item(row))
                .list();
    }

    private static HistoryItem item(ResultSet row) throws SQLException {
        return new HistoryItem(
                row.getString("id"),
                Columns.when(row, "at"),
                row.getString("action"),
                row.getString("actor_kind"),
                row.getString("actor_id"),
                new LeadId(row.getString("subject_id")),
                DETAILS.readValue(row.getString("details")),
                merge(row));
    }

    private static HistoryItem.@Nullable Merge merge(ResultSet row) throws SQLException {
        String id = row.getString("merge_id");
        if (id == null) {
            return null;
        }
        List<Link> evidence = EVIDENCE.readValue(row.getString("evidence"));
        return new HistoryItem.Merge(
                id,
                new LeadId(row.getString("survivor_id")),
                Columns.ids(row, "absorbed_ids"),
                row.getString("cause"),
                row.getString("rule"),
                Columns.instant(row, "undone_at"),
                evidence.stream()
                        .map(link -> new HistoryItem.Evidence(
                                link.from(), link.to(), Shared.of(link.identifier()), link.trust(), link.since()))
                        .toList());
    }
}
