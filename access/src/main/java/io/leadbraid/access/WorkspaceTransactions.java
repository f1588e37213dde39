package io.leadbraid.access;

import io.leadbraid.model.WorkspaceId;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions that see one workspace, or several one after another. */
public final class WorkspaceTransactions {

    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;

    public WorkspaceTransactions(TransactionTemplate transactions, JdbcClient jdbc) {
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    /** Runs the work in one transaction that sees the workspace; joins a transaction that is open already. */
    public <T> T in(WorkspaceId workspace, Supplier<T> work) {
        return inTransaction(() -> {
            enter(workspace);
            return work.get();
        });
    }

    /** Runs the work in one transaction; it sees nothing until it enters a workspace. */
    public <T> T inTransaction(Supplier<T> work) {
        // A lambda that returns null makes execute return null, which T then permits.
        @SuppressWarnings("NullAway")
        T result = transactions.execute(status -> work.get());
        return result;
    }

    /** From here to the end of the open transaction, or to the next call, only this workspace is seen. */
    public void enter(WorkspaceId workspace) {
        jdbc.sql("SELECT set_config('leadbraid.workspace', :workspace, true)")
                .param("workspace", workspace.toString())
                .query(String.class)
                .single();
    }
}
