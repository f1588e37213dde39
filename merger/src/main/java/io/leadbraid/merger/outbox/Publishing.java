package io.leadbraid.merger.outbox;

import io.leadbraid.access.WorkspaceTransactions;
import io.leadbraid.model.WorkspaceId;
import io.leadbraid.model.topic.Topic;
import io.leadbraid.model.topic.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes news in the order in which they wait. What was published is never followed by what waited before it, but for its
 * own repetition, because one process at a time reads and sends a bucket, and a process that lost it is fenced by the
 * transactional id.
 */
public final class Publishing {

    private static final Logger LOG = LoggerFactory.getLogger(Publishing.class);
    private static final String TRANSACTIONS = "leadbraid-outbox-";
    private static final int BATCH = 500;

    /** Room is left for what Kafka puts around key and value. */
    private static final int MOST = Topics.LARGEST_RECORD - 1024;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String bootstrapServers;
    private final List<News<?, ?>> news;
    private final Buckets buckets;
    private final WorkspaceTransactions transactions;
    private final MeterRegistry meters;
    private final Map<Integer, Producer<byte[], byte[]>> producers = new HashMap<>();

    /** @param news the most urgent first */
    public Publishing(
            String bootstrapServers,
            List<News<?, ?>> news,
            DataSource database,
            WorkspaceTransactions transactions,
            MeterRegistry meters) {
        this.bootstrapServers = bootstrapServers;
        this.news = List.copyOf(news);
        this.buckets = new Buckets(database);
        this.transactions = transactions;
        this.meters = meters;
    }

    /** Publishes what there is, in the buckets that this process can have. To be called by one thread. */
    public void publishAll() {
        Set<Integer> ours = buckets.hold();
        producers.keySet().stream()
                .filter(bucket -> !ours.contains(bucket))
                .toList()
                .forEach(this::drop);
        for (News<?, ?> one : news) {
            for (WorkspaceId workspace : one.workspaces()) {
                ours.forEach(bucket -> publish(one, workspace, bucket));
            }
        }
    }

    private void publish(News<?, ?> one, WorkspaceId workspace, int bucket) {
        try {
            int size = BATCH;
            while (size == BATCH) {
                size = publishBatch(one, workspace, bucket);
            }
        } catch (RuntimeException failure) {
            drop(bucket);
            throw failure;
        }
    }

    private <K, V> int publishBatch(News<K, V> one, WorkspaceId workspace, int bucket) {
        // Fences whoever had the bucket before, so that what he read is not written after what is read here.
        Producer<byte[], byte[]> producer = producers.computeIfAbsent(bucket, this::producer);
        News.Batch<K, V> batch = transactions.in(workspace, () -> one.next(workspace, bucket, BATCH));
        if (batch.taken() == 0) {
            return 0;
        }
        send(producer, one, workspace, batch.told());
        transactions.in(workspace, () -> {
            batch.forget().run();
            return true;
        });
        meters.counter(one.topic().name() + ".published").increment(batch.told().size());
        return batch.taken();
    }

    private <K, V> void send(
            Producer<byte[], byte[]> producer, News<K, V> one, WorkspaceId workspace, List<Map.Entry<K, V>> told) {
        Topic<K, V> topic = one.topic();
        Integer partition = partition(producer, one, workspace);
        producer.beginTransaction();
        for (Map.Entry<K, V> entry : told) {
            byte[] key = topic.keys().serializer().serialize(topic.name(), entry.getKey());
            byte[] document = topic.values().serializer().serialize(topic.name(), entry.getValue());
            if (key.length + document.length > MOST) {
                // Kafka would refuse the whole transaction, and all that is behind it would wait for ever.
                meters.counter(topic.name() + ".too.large").increment();
                LOG.atError()
                        .addKeyValue("topic", topic.name())
                        .addKeyValue("key", entry.getKey())
                        .addKeyValue("bytes", document.length)
                        .log("record is too large to be told");
            } else {
                // The commit fails when a record does.
                Future<?> unused = producer.send(new ProducerRecord<>(topic.name(), partition, key, document));
            }
        }
        producer.commitTransaction();
    }

    private static @Nullable Integer partition(
            Producer<byte[], byte[]> producer, News<?, ?> one, WorkspaceId workspace) {
        int partitions = producer.partitionsFor(one.topic().name()).size();
        OptionalInt chosen = one.partition(workspace, partitions);
        return chosen.isPresent() ? chosen.getAsInt() : null;
    }

    private Producer<byte[], byte[]> producer(int bucket) {
        Map<String, Object> config = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.CLIENT_ID_CONFIG,
                TRANSACTIONS + bucket,
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                TRANSACTIONS + bucket,
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                (int) PATIENCE.toMillis(),
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                Topics.LARGEST_RECORD,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                PATIENCE.toMillis());
        Producer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
            return producer;
        } catch (RuntimeException failure) {
            producer.close(Duration.ZERO);
            throw failure;
        }
    }

    private void drop(int bucket) {
        Producer<byte[], byte[]> producer = producers.remove(bucket);
        if (producer != null) {
            producer.close(Duration.ZERO);
        }
    }

    /** Leaves the buckets to others. */
    public void close() {
        List.copyOf(producers.keySet()).forEach(this::drop);
        buckets.release();
    }
}
