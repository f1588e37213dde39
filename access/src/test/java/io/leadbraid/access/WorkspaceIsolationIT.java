package io.leadbraid.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadbraid.model.WorkspaceId;
import io.leadbraid.testkit.TestDatabase;
import io.leadbraid.testkit.TestServers;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class WorkspaceIsolationIT {

    private static final TestDatabase DATABASE = TestServers.database();
    private static JdbcClient jdbc;
    private static WorkspaceTransactions transactions;
    private static Workspaces workspaces;
    private static ApiKeys keys;

    @BeforeAll
    static void twoWorkspaces() {
        DataSource app = DATABASE.migrate().appDataSource();
        jdbc = JdbcClient.create(app);
        transactions = new WorkspaceTransactions(new TransactionTemplate(new JdbcTransactionManager(app)), jdbc);
        workspaces = new Workspaces(transactions, jdbc);
        keys = new ApiKeys(transactions, jdbc);
        workspaces.createIfMissing("ours");
        workspaces.createIfMissing("theirs");
        keys.register(Workspaces.idOf("ours"), "key", "our-secret", EnumSet.of(Scope.LEAD_READ));
        keys.register(Workspaces.idOf("theirs"), "key", "their-secret", EnumSet.allOf(Scope.class));
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void aTransactionSeesItsWorkspaceAlone() {
        assertThat(namesSeenFrom("ours")).containsExactly("ours");
        assertThat(namesSeenFrom("theirs")).containsExactly("theirs");
    }

    @Test
    void withoutAWorkspaceNothingIsSeen() {
        assertThat(jdbc.sql("SELECT count(*) FROM workspace").query(Long.class).single())
                .isZero();
        assertThat(jdbc.sql("SELECT count(*) FROM api_key").query(Long.class).single())
                .isZero();
    }

    @Test
    void theWorkspaceEndsWithItsTransaction() {
        transactions.in(Workspaces.idOf("ours"), () -> 1);

        assertThat(jdbc.sql("SELECT count(*) FROM workspace").query(Long.class).single())
                .isZero();
    }

    @Test
    void nothingCanBeWrittenIntoAnotherWorkspace() {
        WorkspaceId theirs = Workspaces.idOf("theirs");

        assertThatThrownBy(() -> transactions.in(
                        Workspaces.idOf("ours"),
                        () -> jdbc.sql("""
                                INSERT INTO api_key (workspace, id, name, secret_hash, scopes)
                                VALUES (:workspace, 'stolen', 'stolen', '\\x00', '{}')
                                """).param("workspace", theirs.value()).update()))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void theAppRoleOwnsNothingAndCannotChangeTables() {
        assertThatThrownBy(() -> jdbc.sql("ALTER TABLE workspace DISABLE ROW LEVEL SECURITY")
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("must be owner");
    }

    @Test
    void aKeyIsFoundByItsSecretWithItsScopes() {
        Optional<Caller> caller = keys.find("our-secret");

        assertThat(caller.map(Caller::workspace)).contains(Workspaces.idOf("ours"));
        assertThat(caller.map(Caller::scopes)).contains(Set.of(Scope.LEAD_READ));
        assertThat(keys.find("no-such-secret")).isEmpty();
    }

    @Test
    void aKeyThatWasTakenAwayIsNotGoodForOneMoreCall() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T10:00:00Z"));
        Callers callers = new Callers(keys, now::get);
        String secret = ApiKeys.draw();
        keys.register(Workspaces.idOf("ours"), "short-lived", secret, EnumSet.of(Scope.LEAD_READ));
        assertThat(callers.bySecret(secret)).isPresent();

        transactions.in(
                Workspaces.idOf("ours"),
                () -> jdbc.sql("DELETE FROM api_key WHERE name = 'short-lived'").update());
        now.set(now.get().plusSeconds(60));

        assertThat(callers.bySecret(secret)).isEmpty();
    }

    @Test
    void theSecretItselfIsNotStored() {
        String rows = transactions.in(
                Workspaces.idOf("ours"),
                () -> jdbc.sql("SELECT api_key::text FROM api_key")
                        .query(String.class)
                        .single());

        assertThat(rows).doesNotContain("our-secret");
    }

    @Test
    void aFirstStartHappensOnce() {
        FirstStart start = new FirstStart(workspaces, keys);
        takeAllKeysOfTheDefaultWorkspace();

        start.prepare(() -> "first-secret");
        start.prepare(() -> "later-secret");

        assertThat(keys.find("first-secret").map(Caller::scopes)).contains(EnumSet.allOf(Scope.class));
        assertThat(keys.find("later-secret")).isEmpty();
    }

    @Test
    void aFirstStartThatWasCutShortIsMadeUpFor() {
        FirstStart start = new FirstStart(workspaces, keys);
        workspaces.createIfMissing("default");
        takeAllKeysOfTheDefaultWorkspace();

        start.prepare(() -> "second-try");

        assertThat(keys.find("second-try")).isPresent();
    }

    private static void takeAllKeysOfTheDefaultWorkspace() {
        transactions.in(
                Workspaces.idOf("default"),
                () -> jdbc.sql("DELETE FROM api_key").update());
    }

    private static List<String> namesSeenFrom(String workspace) {
        return transactions.in(
                Workspaces.idOf(workspace),
                () -> jdbc.sql("SELECT name FROM workspace").query(String.class).list());
    }
}
