package io.leadbraid.bench.baseline;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.leadbraid.bench.stream.Slice;
import io.leadbraid.model.InboundContact;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.topic.Topics;
import io.leadbraid.servers.DatabaseAccess;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** Reads the same records as the product and keeps them in a PostgreSQL of the same kind, event by event. */
public final class NaiveService implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Set<String> AGAIN = Set.of("40P01", "40001", "23505");
    private static final double NANOS_PER_SECOND = 1e9;

    private final HikariDataSource pool;
    private final ExecutorService workers;
    private final String bootstrap;
    private final int threads;

    /** @param threads workers, each with a connection of its own; events of one source go to the same worker */
    public NaiveService(DatabaseAccess database, String bootstrap, int threads) {
        HikariConfig config = new HikariConfig();
        config.setDriverClassName("org.postgresql.Driver");
        config.setJdbcUrl(database.jdbcUrl());
        config.setUsername(database.owner().username());
        config.setPassword(database.owner().password());
        config.setMaximumPoolSize(threads);
        config.setAutoCommit(false);
        pool = new HikariDataSource(config);
        workers = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("naive-", 0).daemon().factory());
        this.bootstrap = bootstrap;
        this.threads = threads;
    }

    public void createTables() throws SQLException {
        try (InputStream schema = NaiveService.class.getResourceAsStream("/naive/schema.sql");
                Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            if (schema == null) {
                throw new IllegalStateException("the naive service's schema is missing");
            }
            statement.execute(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
            connection.commit();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Seconds until all events of the slice are committed rows. */
    public double run(Slice slice) throws InterruptedException {
        try (KafkaConsumer<SourceId, InboundContact> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.GROUP_ID_CONFIG,
                        "bench-naive",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        2_000),
                Topics.INBOUND.keys().deserializer(),
                Topics.INBOUND.values().deserializer())) {
            consumer.assign(slice.from().keySet());
            slice.from().forEach(consumer::seek);
            long start = System.nanoTime();
            for (int left = slice.events(); left > 0; ) {
                ConsumerRecords<SourceId, InboundContact> records = consumer.poll(POLL);
                store(records);
                consumer.commitSync();
                left -= records.count();
            }
            return (System.nanoTime() - start) / NANOS_PER_SECOND;
        }
    }

    /** Leads that stand by themselves. */
    public int leads() throws SQLException {
        return count("SELECT count(*) FROM lead WHERE status <> 'absorbed'");
    }

    int messages() throws SQLException {
        return count("SELECT count(*) FROM message");
    }

    private int count(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    private void store(ConsumerRecords<SourceId, InboundContact> records) throws InterruptedException {
        List<List<InboundContact>> shares = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            shares.add(new ArrayList<>());
        }
        for (ConsumerRecord<SourceId, InboundContact> received : records) {
            shares.get(Math.floorMod(received.key().hashCode(), threads)).add(received.value());
        }
        List<Callable<Integer>> tasks = new ArrayList<>();
        shares.forEach(share -> tasks.add(() -> store(share)));
        for (Future<Integer> done : workers.invokeAll(tasks)) {
            try {
                done.get();
            } catch (ExecutionException failure) {
                throw new IllegalStateException("the naive service failed", failure.getCause());
            }
        }
    }

    private int store(List<InboundContact> contacts) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            NaiveStore store = new NaiveStore(connection);
            for (InboundContact contact : contacts) {
                storeOne(connection, store, contact);
            }
        }
        return contacts.size();
    }

    /** Workers may wait for each other in a circle; the one that PostgreSQL turns away tries again. */
    private static void storeOne(Connection connection, NaiveStore store, InboundContact contact) throws SQLException {
        while (true) {
            try {
                store.store(contact);
                connection.commit();
                return;
            } catch (SQLException refused) {
                connection.rollback();
                if (!AGAIN.contains(String.valueOf(refused.getSQLState()))) {
                    throw refused;
                }
            }
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
        pool.close();
    }
}
