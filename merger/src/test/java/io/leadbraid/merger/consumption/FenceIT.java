package io.leadbraid.merger.consumption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadbraid.access.WorkspaceTransactions;
import io.leadbraid.access.Workspaces;
import io.leadbraid.model.WorkspaceId;
import io.leadbraid.model.topic.Topic;
import io.leadbraid.testkit.TestDatabase;
import io.leadbraid.testkit.TestServers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Positions move with the work or not at all, and records that cannot be worked on hold up nobody. */
class FenceIT {

    private static final WorkspaceId WORKSPACE = Workspaces.idOf("default");
    private static final TopicPartition PARTITION = new TopicPartition("words", 0);

    private TestDatabase database;
    private JdbcClient jdbc;
    private WorkspaceTransactions transactions;
    private Words words;

    /** Writes each word into a table once; some words it refuses. */
    private final class Words implements Work<String> {

        private boolean databaseDown;

        @Override
        public WorkspaceId workspaceOf(String word) {
            if (word.startsWith("unreadable")) {
                throw new IllegalArgumentException("unreadable");
            }
            return WORKSPACE;
        }

        @Override
        public void apply(WorkspaceId workspace, List<String> values) {
            if (databaseDown) {
                throw new QueryTimeoutException("down");
            }
            for (String value : values) {
                if (value.startsWith("bad")) {
                    throw new DataIntegrityViolationException("bad", new java.sql.SQLException("bad", "22021"));
                }
                jdbc.sql("INSERT INTO search_token VALUES (:workspace, :word, 'w') ON CONFLICT DO NOTHING")
                        .param("workspace", workspace.value())
                        .param("word", value)
                        .update();
            }
        }
    }

    @BeforeEach
    void start() {
        database = TestServers.database().migrate();
        jdbc = JdbcClient.create(database.appDataSource());
        transactions = new WorkspaceTransactions(
                new TransactionTemplate(new JdbcTransactionManager(database.appDataSource())), jdbc);
        transactions.in(
                WORKSPACE,
                () -> jdbc.sql("INSERT INTO workspace VALUES (:id, 'default')")
                        .param("id", WORKSPACE.value())
                        .update());
        words = new Words();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whoWasReplacedDoesNothing() {
        BatchWriting<String> zombie = consumer();
        zombie.write(records(0, "one", "two"));
        BatchWriting<String> successor = consumer();
        assertThat(successor.resume(PARTITION)).isEqualTo(2);
        successor.write(records(2, "three"));

        assertThatThrownBy(() -> zombie.write(records(2, "three", "four"))).isInstanceOf(PositionMovedException.class);

        assertThat(stored()).containsExactlyInAnyOrder("one", "two", "three");
        assertThat(consumer().resume(PARTITION)).isEqualTo(3);
        assertThat(zombie.resume(PARTITION)).isEqualTo(3);
        zombie.write(records(3, "four"));
        assertThat(stored()).contains("four");
    }

    @Test
    void aDatabaseThatWasSetBackIsFollowed() {
        BatchWriting<String> consumer = consumer();
        consumer.write(records(0, "one", "two"));
        jdbc.sql("UPDATE consumed SET next_offset = 1").update();

        assertThatThrownBy(() -> consumer.write(records(2, "three"))).isInstanceOf(PositionMovedException.class);

        assertThat(consumer.resume(PARTITION)).isEqualTo(1);
    }

    @Test
    void badRecordsAreSetAsideAndTheOthersWritten() {
        consumer().write(records(0, "one", "bad 1", "two", "unreadable", "three", "bad 2"));

        assertThat(stored()).containsExactlyInAnyOrder("one", "two", "three");
        assertThat(letters().list(WORKSPACE, Optional.empty(), 10).items())
                .allMatch(letter -> letter.topic().equals("words") && letter.partition() == 0)
                .extracting(DeadLetter::offset)
                .containsExactlyInAnyOrder(1L, 3L, 5L);
        assertThat(consumer().resume(PARTITION)).isEqualTo(6);
    }

    @Test
    void badRecordsThatComeAgainAreSetAsideOnce() {
        consumer().write(records(0, "one", "bad"));
        jdbc.sql("UPDATE consumed SET next_offset = 0").update();
        BatchWriting<String> again = consumer();
        again.resume(PARTITION);

        again.write(records(0, "one", "bad"));

        assertThat(letters().list(WORKSPACE, Optional.empty(), 10).items()).hasSize(1);
    }

    @Test
    void whatMayGoBetterLaterIsNotSetAside() {
        BatchWriting<String> consumer = consumer();
        words.databaseDown = true;
        assertThatThrownBy(() -> consumer.write(records(0, "one", "two"))).isInstanceOf(QueryTimeoutException.class);
        assertThat(letters().list(WORKSPACE, Optional.empty(), 10).items()).isEmpty();

        words.databaseDown = false;
        consumer.write(records(0, "one", "two"));

        assertThat(stored()).containsExactlyInAnyOrder("one", "two");
    }

    private BatchWriting<String> consumer() {
        BatchWriting<String> writing = new BatchWriting<>(
                subscription(),
                transactions,
                new Consumed(jdbc),
                new DeadLetterRows(transactions, jdbc, new SimpleMeterRegistry()));
        writing.resume(PARTITION);
        return writing;
    }

    private Subscription<String> subscription() {
        return new Subscription<>(new Topic<>("words", Serdes.String(), Serdes.String(), Map.of()), words);
    }

    private DeadLetters letters() {
        return new DeadLetters(transactions, jdbc, List.of(subscription()));
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(long first, String... values) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (String value : values) {
            records.add(new ConsumerRecord<>(
                    "words", 0, first + records.size(), new byte[0], value.getBytes(StandardCharsets.UTF_8)));
        }
        return records;
    }

    private List<String> stored() {
        return transactions.in(
                WORKSPACE,
                () -> jdbc.sql("SELECT token FROM search_token")
                        .query(String.class)
                        .list());
    }
}
