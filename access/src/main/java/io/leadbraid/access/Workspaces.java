package io.leadbraid.access;

import io.leadbraid.model.WorkspaceId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The workspaces of this installation. */
public final class Workspaces {

    private final WorkspaceTransactions transactions;
    private final JdbcClient jdbc;

    Workspaces(WorkspaceTransactions transactions, JdbcClient jdbc) {
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    /** The workspace of that name. Its id follows from the name, so that several processes may start at once. */
    public static WorkspaceId idOf(String name) {
        return new WorkspaceId(UUID.nameUUIDFromBytes(("workspace:" + name).getBytes(StandardCharsets.UTF_8)));
    }

    /** Makes the workspace where there is none of that name. @return whether it was made now */
    public boolean createIfMissing(String name) {
        WorkspaceId id = idOf(name);
        return transactions.in(
                id,
                () -> jdbc.sql("""
                        INSERT INTO workspace (workspace, name)
                        VALUES (:workspace, :name)
                        ON CONFLICT DO NOTHING
                        """)
                                .param("workspace", id.value())
                                .param("name", name)
                                .update()
                        > 0);
    }

    /** All workspaces, for background work that goes through them one by one. */
    public List<Workspace> all() {
        return jdbc.sql("SELECT workspace, name FROM all_workspaces() ORDER BY name")
                .query((row, i) ->
                        new Workspace(new WorkspaceId(row.getObject("workspace", UUID.class)), row.getString("name")))
                .list();
    }
}
