package io.leadbraid.ingestion.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbraid.access.Actor;
import io.leadbraid.access.Caller;
import io.leadbraid.access.WorkspaceTransactions;
import io.leadbraid.access.Workspaces;
import io.leadbraid.ingestion.RunningIngestion;
import io.leadbraid.testkit.TestDatabase;
import io.leadbraid.testkit.TestServers;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class IdempotencyKeysIT {

    private final RunningIngestion ingestion = RunningIngestion.get();
    private final Caller caller =
            new Caller(ingestion.newTenant().workspace(), new Actor(Actor.Kind.KEY, "key1"), Set.of());

    private IdempotencyKeys ofAnotherProcess() {
        return new IdempotencyKeys(
                ingestion.bean(WorkspaceTransactions.class),
                ingestion.bean(Workspaces.class),
                ingestion.bean(JdbcClient.class));
    }

    @Test
    void aKeyStandsForOneBodyInAllProcesses() {
        assertThat(ofAnotherProcess().fits(caller, "k", "body1")).isTrue();
        assertThat(ofAnotherProcess().fits(caller, "k", "body1")).isTrue();
        assertThat(ofAnotherProcess().fits(caller, "k", "body2")).isFalse();
        assertThat(ofAnotherProcess().fits(caller, "other", "body2")).isTrue();
    }

    @Test
    void afterADayAKeyIsFree() {
        ofAnotherProcess().fits(caller, "k", "body1");
        age(caller, "25 hours");

        assertThat(ofAnotherProcess().fits(caller, "k", "body2")).isTrue();
        assertThat(ofAnotherProcess().fits(caller, "k", "body1")).isFalse();
    }

    @Test
    void oldKeysAreForgotten() {
        ofAnotherProcess().fits(caller, "old", "body1");
        age(caller, "25 hours");
        ofAnotherProcess().fits(caller, "new", "body1");

        ofAnotherProcess().forgetOld();

        assertThat(ingestion
                        .bean(WorkspaceTransactions.class)
                        .in(
                                caller.workspace(),
                                () -> ingestion
                                        .bean(JdbcClient.class)
                                        .sql("SELECT key FROM idempotency_key")
                                        .query(String.class)
                                        .list()))
                .containsExactly("new");
    }

    @Test
    void withoutTheDatabaseOnlyMemoryIsAsked() {
        TestDatabase gone = TestServers.database();
        JdbcClient jdbc = JdbcClient.create(gone.appDataSource());
        WorkspaceTransactions transactions = new WorkspaceTransactions(
                new TransactionTemplate(new DataSourceTransactionManager(gone.appDataSource())), jdbc);
        IdempotencyKeys keys = new IdempotencyKeys(transactions, ingestion.bean(Workspaces.class), jdbc);
        gone.close();

        assertThat(keys.fits(caller, "k", "body1")).isTrue();
        assertThat(keys.fits(caller, "k", "body1")).isTrue();
        assertThat(keys.fits(caller, "k", "body2")).isFalse();
    }

    private void age(Caller caller, String by) {
        ingestion
                .bean(WorkspaceTransactions.class)
                .in(
                        caller.workspace(),
                        () -> ingestion
                                .bean(JdbcClient.class)
                                .sql(
                                        "UPDATE idempotency_key SET created_at = created_at - :by::interval WHERE workspace = :workspace")
                                .param("by", by)
                                .param("workspace", caller.workspace().value())
                                .update());
    }
}
