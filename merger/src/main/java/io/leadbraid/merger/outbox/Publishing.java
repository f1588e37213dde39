package io.leadbraid.merger.outbox;

import static io.leadbraid.merger.leads.Columns.eachNumber;

import io.leadbraid.access.WorkspaceTransactions;
import io.leadbraid.merger.leads.KeyLookups;
import io.leadbraid.merger.leads.LeadDocuments;
import io.leadbraid.model.Lead;
import io.leadbraid.model.LeadId;
import io.leadbraid.model.WorkspaceId;
import io.leadbraid.model.topic.Topic;
import io.leadbraid.model.topic.Topics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Publishes leads of the outbox. The document is rendered here and not when the row was written: it shows the row's version or
 * a later one, and the outbox holds nobody's name. Of versions that follow each other quickly the last is published; a
 * version is never followed by an earlier one, because one process at a time renders and sends a bucket, and a process that
 * lost it is fenced by the transactional id.
 */
public final class Publishing {

    private static final Logger LOG = LoggerFactory.getLogger(Publishing.class);
    private static final String TRANSACTIONS = "leadbraid-outbox-";
    private static final int BATCH = 500;

    /** Room is left for what Kafka puts around key and value. */
    private static final int MOST = Topics.LARGEST_RECORD - 1024;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String bootstrapServers;
    private final Topic<LeadId, Lead> topic;
    private final Buckets buckets;
    private final WorkspaceTransactions transactions;
    private final JdbcClient jdbc;
    private final LeadDocuments documents;
    private final Counter published;
    private final Counter tooLarge;
    private final Map<Integer, Producer<byte[], byte[]>> producers = new HashMap<>();

    public Publishing(
            String bootstrapServers,
            Topic<LeadId, Lead> topic,
            DataSource database,
            WorkspaceTransactions transactions,
            JdbcClient jdbc,
            LeadDocuments documents,
            MeterRegistry meters) {
        this.bootstrapServers = bootstrapServers;
        this.topic = topic;
        this.buckets = new Buckets(database);
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.documents = documents;
        this.published = meters.counter("leadbraid.leads.published");
        this.tooLarge = meters.counter("leadbraid.leads.too.large");
    }

    /** Publishes what there is, in the buckets that this process can have. To be called by one thread. */
    public void publishAll() {
        Set<Integer> ours = buckets.hold();
        producers.keySet().stream()
                .filter(bucket -> !ours.contains(bucket))
                .toList()
                .forEach(this::drop);
        List<WorkspaceId> workspaces = jdbc.sql("SELECT workspaces_with_outbox() AS workspace")
                .query((row, i) -> WorkspaceId.parse(row.getString("workspace")))
                .list();
        for (WorkspaceId workspace : workspaces) {
            ours.forEach(bucket -> publish(workspace, bucket));
        }
    }

    private void publish(WorkspaceId workspace, int bucket) {
        try {
            int size = BATCH;
            while (size == BATCH) {
                size = publishBatch(workspace, bucket);
            }
        } catch (RuntimeException failure) {
            drop(bucket);
            throw failure;
        }
    }

    private int publishBatch(WorkspaceId workspace, int bucket) {
        record Batch(List<LeadId> waiting, List<Lead> rendered) {}
        // Fences whoever had the bucket before, so that what he rendered is not written after what is rendered here.
        Producer<byte[], byte[]> producer = producers.computeIfAbsent(bucket, this::producer);
        Batch batch = transactions.in(workspace, () -> {
            KeyLookups.prefer(jdbc);
            List<LeadId> waiting = waiting(bucket);
            return new Batch(waiting, documents.render(waiting));
        });
        if (batch.waiting().isEmpty()) {
            return 0;
        }
        send(producer, batch.rendered());
        Map<LeadId, Long> versions = batch.rendered().stream().collect(Collectors.toMap(Lead::id, Lead::version));
        transactions.in(workspace, () -> {
            KeyLookups.prefer(jdbc);
            return delete(bucket, batch.waiting(), versions);
        });
        published.increment(batch.rendered().size());
        return batch.waiting().size();
    }

    private List<LeadId> waiting(int bucket) {
        return jdbc.sql("SELECT DISTINCT lead_id FROM outbox WHERE bucket = :bucket ORDER BY lead_id LIMIT :most")
                .param("bucket", bucket)
                .param("most", BATCH)
                .query((row, i) -> new LeadId(row.getString("lead_id")))
                .list();
    }

    private void send(Producer<byte[], byte[]> producer, List<Lead> leads) {
        producer.beginTransaction();
        for (Lead lead : leads) {
            byte[] key = topic.keys().serializer().serialize(topic.name(), lead.id());
            byte[] document = topic.values().serializer().serialize(topic.name(), lead);
            if (key.length + document.length > MOST) {
                // Kafka would refuse the whole transaction, and all leads behind it would wait for ever.
                tooLarge.increment();
                LOG.atError()
                        .addKeyValue("lead", lead.id())
                        .addKeyValue("bytes", document.length)
                        .log("lead is too large to be told");
            } else {
                // The commit fails when a record does.
                Future<?> unused = producer.send(new ProducerRecord<>(topic.name(), key, document));
            }
        }
        producer.commitTransaction();
    }

    private int delete(int bucket, List<LeadId> waiting, Map<LeadId, Long> versions) {
        return jdbc.sql("""
                        DELETE FROM outbox o
                        USING unnest(:leads, :versions) AS done(lead_id, version)
                        WHERE o.bucket = :bucket AND o.lead_id = done.lead_id AND o.version <= done.version
                          AND o.lead_id = ANY (:leads)
                        """)
                .param("bucket", bucket)
                .param("leads", waiting.stream().map(LeadId::value).toArray(String[]::new))
                .param("versions", eachNumber(waiting, lead -> versions.getOrDefault(lead, Long.MAX_VALUE)))
                .update();
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
