package io.leadbraid.ingestion.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadbraid.access.SecretCipher;
import io.leadbraid.access.WorkspaceTransactions;
import io.leadbraid.access.problem.ProblemException;
import io.leadbraid.ingestion.intake.Periodic;
import io.leadbraid.model.WorkspaceId;
import io.leadbraid.testkit.TestDatabase;
import io.leadbraid.testkit.TestServers;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.JsonNodeFactory;

class ChannelRegistryIT {

    private static final WorkspaceId COMPANY = new WorkspaceId(new UUID(0, 1));

    private final TestDatabase database = TestServers.database().migrate();
    private final JdbcClient jdbc = JdbcClient.create(database.appDataSource());
    private final WorkspaceTransactions transactions = new WorkspaceTransactions(
            new TransactionTemplate(new DataSourceTransactionManager(database.appDataSource())), jdbc);
    private final Channels channels = new Channels(
            transactions, jdbc, new SecretCipher(Base64.getEncoder().encodeToString(new byte[32])));
    private final ChannelRegistry registry = new ChannelRegistry(channels);

    @BeforeEach
    void aCompany() {
        transactions.in(
                COMPANY,
                () -> jdbc.sql("INSERT INTO workspace (workspace, name) VALUES (:workspace, 'company')")
                        .param("workspace", COMPANY.value())
                        .update());
    }

    @AfterEach
    void closed() {
        database.close();
    }

    private static StoredChannel bot(String name, long version) {
        return new StoredChannel(
                COMPANY,
                "bot",
                ChannelKind.TELEGRAM,
                name,
                new RawSettings(JsonNodeFactory.instance.objectNode(), Map.of("secretToken", "s")),
                version,
                Instant.EPOCH);
    }

    @Test
    void beforeTheFirstReadingNobodyIsTurnedAwayForGood() {
        assertThatThrownBy(() -> registry.find("bot"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.getStatusCode().value()).isEqualTo(503));
    }

    @Test
    void changesOfOtherProcessesAreSeenAtTheNextReading() {
        channels.add(bot("One", 1));
        registry.refresh();
        assertThat(registry.find("bot")).map(ConfiguredChannel::name).contains("One");

        channels.replace(bot("Two", 2));
        registry.refresh();
        assertThat(registry.find("bot")).map(ConfiguredChannel::name).contains("Two");

        channels.remove(COMPANY, "bot");
        registry.refresh();
        assertThat(registry.find("bot")).isEmpty();
    }

    @Test
    void withoutTheDatabaseTheChannelsStay() {
        channels.add(bot("One", 1));
        registry.refresh();
        database.close();

        Periodic reading = new Periodic("reading", Duration.ofMinutes(1), registry::refresh);
        reading.start();
        reading.stop();

        assertThat(registry.find("bot")).map(ConfiguredChannel::name).contains("One");
    }
}
