package io.leadbraid.ingestion.intake;

import io.leadbraid.model.topic.Topics;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * A connection to Kafka that is given up at its first failure. Its producer is idempotent and never lets a batch expire, so
 * what it has written of a partition when it is closed is a beginning of what it was given, without a hole: all that is
 * unacknowledged can be written again, in the same order, and nothing comes before what was given earlier.
 */
final class Line {

    private static final List<String> TOPICS = List.of(Topics.INBOUND.name(), Topics.QUARANTINE.name());
    private static final Duration CLOSING = Duration.ofSeconds(5);

    /** Nobody waits that long: a batch that expires would leave a hole before the next one. */
    private static final Duration NEVER = Duration.ofMinutes(2);

    /** Asking a slow Kafka again would make it slower; that it is silent is noticed before. */
    private static final Duration REQUEST = Duration.ofSeconds(10);

    private final Producer<byte[], byte[]> producer;
    private final Duration patience;
    private final Set<Write> unacknowledged = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<String> broken = new CompletableFuture<>();
    private volatile boolean closed;

    /** When Kafka answered last, or was given something after it had answered all. */
    private volatile long heard = System.nanoTime();

    /** @param patience after which Kafka is silent if it has answered nothing */
    Line(Producer<byte[], byte[]> producer, Duration patience) {
        this.producer = producer;
        this.patience = patience;
    }

    /**
     * All replicas, no lingering.
     *
     * @param patience also for what is needed to write
     */
    static Line to(String bootstrapServers, Duration patience) {
        int millis = Math.toIntExact(patience.toMillis());
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "leadbraid-intake");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Math.toIntExact(NEVER.toMillis()));
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.toIntExact(REQUEST.toMillis()));
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, millis);
        return new Line(new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()), patience);
    }

    /** Fetches what is needed to write, so that nobody has to wait for it. @return whether Kafka answers */
    boolean reachesAll() {
        try {
            for (String topic : TOPICS) {
                var unused = producer.partitionsFor(topic);
            }
            return true;
        } catch (TimeoutException away) {
            return false;
        }
    }

    /** @return false when the line is closed and the record has not been taken */
    boolean send(Write write) {
        if (unacknowledged.isEmpty()) {
            heard = System.nanoTime();
        }
        unacknowledged.add(write);
        if (closed) {
            return !unacknowledged.remove(write);
        }
        if (!broken.isDone()) {
            try {
                var unused = producer.send(
                        new ProducerRecord<>(
                                write.record().topic(),
                                null,
                                write.record().at(),
                                write.record().key(),
                                write.record().value()),
                        (written, failure) -> answered(write, failure));
            } catch (KafkaException | IllegalStateException failure) {
                answered(write, failure);
            }
        }
        return true;
    }

    private void answered(Write write, @Nullable Exception failure) {
        boolean ownFault = failure instanceof RecordTooLargeException || failure instanceof InterruptException;
        if (failure != null && !ownFault) {
            broken.complete(failure.toString());
        } else if (unacknowledged.remove(write)) {
            heard = System.nanoTime();
            write.answer(failure);
        }
    }

    /** Whether Kafka owes answers and has given none for as long as it may take. */
    boolean isSilent() {
        return !unacknowledged.isEmpty() && System.nanoTime() - heard >= patience.toNanos();
    }

    void giveUp() {
        broken.complete("Kafka is silent");
    }

    /** What Kafka has not acknowledged, in the order in which it came. */
    List<Write> unacknowledged() {
        return unacknowledged.stream()
                .sorted(Comparator.comparingLong(Write::number))
                .toList();
    }

    /** Completes with the reason when the line is to be closed. */
    CompletableFuture<String> broken() {
        return broken;
    }

    /** From now on nothing more is written. @return what was not acknowledged, in the order in which it came */
    List<Write> close() {
        closed = true;
        producer.close(Duration.ZERO);
        return unacknowledged().stream().filter(unacknowledged::remove).toList();
    }

    /** Waits for what is on its way. */
    void finish() {
        producer.close(CLOSING);
    }
}
