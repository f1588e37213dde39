package io.leadbraid.merger.merges;

import static io.leadbraid.merger.leads.Columns.ids;
import static io.leadbraid.merger.leads.Columns.instant;

import io.leadbraid.access.WorkspaceTransactions;
import io.leadbraid.merger.leads.Columns;
import io.leadbraid.merger.leads.Cursor;
import io.leadbraid.merger.leads.Page;
import io.leadbraid.model.LeadId;
import io.leadbraid.model.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the merges that were made, from the newest on. */
public final class Merges {

    private final WorkspaceTransactions transactions;
    private final JdbcClient jdbc;

    public Merges(WorkspaceTransactions transactions, JdbcClient jdbc) {
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    /**
     * @param lead only merges in which it survived or was absorbed
     * @throws io.leadbraid.access.problem.ProblemException 422 for a cursor that no list gave
     */
    public Page<LeadMerge> list(WorkspaceId workspace, Optional<LeadId> lead, Optional<String> cursor, int limit) {
        Cursor after = cursor.map(Cursor::parse).orElse(Cursor.AFTER_ALL);
        List<LeadMerge> oneMore = transactions.in(
                workspace,
                () -> jdbc.sql("""
                        SELECT m.id, m.survivor_id, m.absorbed_ids, m.cause, m.rule, m.actor_id, m.at, m.undone_at
                        FROM merge m
                        WHERE (m.at, m.id) < (:at, :id)
                          AND (:lead::text IS NULL
                               OR EXISTS (SELECT FROM merge_lead x WHERE x.lead_id = :lead::text AND x.merge_id = m.id))
                        ORDER BY m.at DESC, m.id DESC
                        LIMIT :limit
                        """)
                        .param("at", Columns.utc(after.at()))
                        .param("id", after.tie())
                        .param("lead", lead.map(LeadId::value).orElse(null))
                        .param("limit", limit + 1)
                        .query((row, i) -> merge(row))
                        .list());
        return Page.of(oneMore, limit, merge -> new Cursor(merge.at(), merge.id()));
    }

    private static LeadMerge merge(ResultSet row) throws SQLException {
        return new LeadMerge(
                row.getString("id"),
                new LeadId(row.getString("survivor_id")),
                ids(row, "absorbed_ids"),
                row.getString("cause"),
                row.getString("rule"),
                row.getString("actor_id"),
                Columns.when(row, "at"),
                instant(row, "undone_at"));
    }
}
