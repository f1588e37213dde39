package io.leadbraid.ingestion.intake;

import io.leadbraid.model.topic.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes to topics at once and for good: all replicas, no lingering, given up soon. */
final class TopicWriter implements AutoCloseable {

    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final Producer<byte[], byte[]> producer;

    TopicWriter(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    static TopicWriter to(String bootstrapServers, Duration within) {
        int millis = Math.toIntExact(within.toMillis());
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "leadbraid-intake");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, millis);
        return new TopicWriter(new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()));
    }

    /** Fetches what is needed to write, so that the first record has not to wait for it. */
    void warmUp(List<Topic<?, ?>> topics) {
        for (Topic<?, ?> topic : topics) {
            try {
                var unused = producer.partitionsFor(topic.name());
            } catch (TimeoutException notYetThere) {
                return;
            }
        }
    }

    /** @param at our own time: the broker refuses times of the future, and senders' clocks are wrong at times */
    <K, V> Future<RecordMetadata> write(Topic<K, V> topic, K key, V value, Instant at) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                topic.name(),
                null,
                at.toEpochMilli(),
                topic.keys().serializer().serialize(topic.name(), key),
                topic.values().serializer().serialize(topic.name(), value));
        try {
            return producer.send(record);
        } catch (KafkaException failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    @Override
    public void close() {
        producer.close(CLOSING);
    }
}
