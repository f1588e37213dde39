package io.leadbraid.merger.merges;

import static io.leadbraid.merger.leads.Columns.ids;

import io.leadbraid.access.WorkspaceTransactions;
import io.leadbraid.merger.leads.Columns;
import io.leadbraid.merger.leads.Cursor;
import io.leadbraid.merger.leads.Page;
import io.leadbraid.model.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads merge requests, from the newest on. */
public final class MergeRequests {

    private final WorkspaceTransactions transactions;
    private final JdbcClient jdbc;

    public MergeRequests(WorkspaceTransactions transactions, JdbcClient jdbc) {
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    /**
     * @param status {@code open}, {@code approved}, {@code rejected}, {@code withdrawn} or {@code expired}
     * @throws io.leadbraid.access.problem.ProblemException 422 for a cursor that no list gave
     */
    public Page<MergeRequest> list(WorkspaceId workspace, String status, Optional<String> cursor, int limit) {
        Cursor after = cursor.map(Cursor::parse).orElse(Cursor.AFTER_ALL);
        List<MergeRequest> oneMore = transactions.in(
                workspace,
                () -> jdbc.sql("""
                        SELECT id, lead_ids, rule, status, created_at, expires_at
                        FROM merge_request
                        WHERE status = :status AND (created_at, id) < (:at, :id)
                        ORDER BY created_at DESC, id DESC
                        LIMIT :limit
                        """)
                        .param("status", status)
                        .param("at", Columns.utc(after.at()))
                        .param("id", after.tie())
                        .param("limit", limit + 1)
                        .query((row, i) -> request(row))
                        .list());
        return Page.of(oneMore, limit, request -> new Cursor(request.createdAt(), request.id()));
    }

    private static MergeRequest request(ResultSet row) throws SQLException {
        return new MergeRequest(
                row.getString("id"),
                ids(row, "lead_ids"),
                row.getString("rule"),
                row.getString("status"),
                Columns.when(row, "created_at"),
                Columns.when(row, "expires_at"));
    }
}
