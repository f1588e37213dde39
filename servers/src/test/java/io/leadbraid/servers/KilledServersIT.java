package io.leadbraid.servers;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledServersIT {
    @TempDir
    static Path path;

    @Test
    void bothServersComeBackWithTheirDataAfterAKill() throws Exception {
        try (ServerProcess process = ServerProcess.on(path)) {
            String address = "127.0.0.1:" + Files.readString(path.resolve("kafka.port"));
            KafkaServerIT.createTopic(address, "letters");
            KafkaServerIT.send(address, "letters", "first");
            Credentials credentials = Credentials.keptIn(path.resolve("postgres"));
            PostgresServerIT.query(
                    "jdbc:postgresql://127.0.0.1:" + Files.readString(path.resolve("postgres.port")) + "/leadbraid",
                    credentials.owner(),
                    "CREATE TABLE kept AS SELECT 7 AS id");

            process.kill();
        }

        try (DataFolder folder = DataFolder.open(path);
                KafkaServer kafka = KafkaServer.start(folder, 0, Map.of());
                PostgresServer postgres = PostgresServer.start(folder, 0, Map.of())) {
            KafkaServerIT.send(kafka.bootstrapServers(), "letters", "second");
            assertThat(KafkaServerIT.read(kafka.bootstrapServers(), "letters", 2))
                    .containsExactly("first", "second");
            assertThat(PostgresServerIT.query(
                            postgres.access().jdbcUrl(), postgres.access().owner(), "SELECT id FROM kept"))
                    .isEqualTo("7");
        }
    }

    @Test
    void whatReadsCommittedRecordsGoesOnAfterAKillAmidTransactions() throws Exception {
        String address;
        try (ServerProcess process = ServerProcess.on(path)) {
            address = "127.0.0.1:" + Files.readString(path.resolve("kafka.port"));
            KafkaServerIT.createTopic(address, "ledger");
            for (int i = 0; i < 20; i++) {
                KafkaServerIT.beginTransaction(address, "bookkeeper-" + i, "ledger");
            }
            process.kill();
        }

        try (DataFolder folder = DataFolder.open(path);
                KafkaServer kafka = KafkaServer.start(folder, 0, Map.of())) {
            KafkaServerIT.send(kafka.bootstrapServers(), "ledger", "after");
            await().atMost(30, SECONDS)
                    .untilAsserted(() -> assertThat(KafkaServerIT.lastCommitted(address, "ledger"))
                            .isEqualTo(KafkaServerIT.last(address, "ledger")));
        }
    }

    @Test
    void theServerLeftByAKillIsStoppedAndReplaced() throws Exception {
        long orphan;
        try (ServerProcess process = ServerProcess.on(path)) {
            orphan = postmasterPid();
            process.kill();
        }
        assertThat(isAtWork(orphan)).isTrue();

        try (DataFolder folder = DataFolder.open(path);
                PostgresServer postgres = PostgresServer.start(folder, 0, Map.of())) {
            assertThat(isAtWork(orphan)).isFalse();
            assertThat(postmasterPid()).isNotEqualTo(orphan);
            assertThat(postgres.port()).isEqualTo(Integer.parseInt(Files.readString(path.resolve("postgres.port"))));
        }
    }

    @Test
    void aServerThatIsKilledItselfRecovers() throws Exception {
        try (DataFolder folder = DataFolder.open(path)) {
            PostgresServer.start(folder, 0, Map.of());
            long postmaster = postmasterPid();
            ProcessHandle.of(postmaster).orElseThrow().destroyForcibly();
            await().until(() -> !isAtWork(postmaster));

            try (PostgresServer postgres = PostgresServer.start(folder, 0, Map.of())) {
                assertThat(PostgresServerIT.query(
                                postgres.access().jdbcUrl(), postgres.access().app(), "SELECT 1"))
                        .isEqualTo("1");
            }
        }
    }

    @Test
    void aFolderInUseByAnotherProcessIsRefused() throws Exception {
        try (ServerProcess process = ServerProcess.on(path)) {
            assertThatThrownBy(() -> DataFolder.open(path))
                    .isInstanceOf(DataFolderInUseException.class)
                    .hasMessageContaining("Another Leadbraid");

            process.stop();
        }

        try (DataFolder folder = DataFolder.open(path)) {
            assertThat(folder.path()).exists();
        }
    }

    /** A dead process keeps its number, but no program, until its new parent looks at it. */
    private static boolean isAtWork(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .isPresent();
    }

    private long postmasterPid() throws Exception {
        return Long.parseLong(Files.readAllLines(path.resolve("postgres/cluster/postmaster.pid"))
                .getFirst()
                .strip());
    }
}
