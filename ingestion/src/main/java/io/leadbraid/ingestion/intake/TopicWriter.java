package io.leadbraid.ingestion.intake;

import io.leadbraid.ingestion.spool.Spool;
import io.leadbraid.ingestion.spool.Spooled;
import io.leadbraid.model.topic.Topic;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Writes to topics at once and for good: to Kafka, or into the spool while Kafka does not answer in time. */
final class TopicWriter implements AutoCloseable {

    private final Gate gate;
    private final Draining draining;
    private final AtomicLong numbers = new AtomicLong();

    private TopicWriter(Gate gate, Draining draining) {
        this.gate = gate;
        this.draining = draining;
    }

    /**
     * What a process before has left in the spool comes first.
     *
     * @param lines makes connections to Kafka
     */
    static TopicWriter start(Supplier<Line> lines, Spool spool) {
        Gate gate = new Gate(spool, spool.isEmpty() ? direct(lines.get()) : new Way.Spooling());
        return new TopicWriter(gate, Draining.start(gate, spool, lines));
    }

    /** The first record has not to wait for what is needed to write. */
    private static Way direct(Line line) {
        var unused = line.reachesAll();
        return Way.Direct.on(line);
    }

    /** @param at our own time: the broker refuses times of the future, and senders' clocks are wrong at times */
    <K, V> Write write(Topic<K, V> topic, K key, V value, Instant at) {
        Spooled record = new Spooled(
                topic.name(),
                topic.keys().serializer().serialize(topic.name(), key),
                topic.values().serializer().serialize(topic.name(), value),
                at.toEpochMilli());
        Write write = new Write(numbers.incrementAndGet(), record);
        gate.pass(write);
        return write;
    }

    /**
     * Waits until a record is durable.
     *
     * @param byKafka when it is put into the spool if Kafka has not acknowledged it, as {@link System#nanoTime}
     * @param atLast when nobody waits any longer
     * @return why it is not; empty when it is
     */
    Optional<String> failure(Write write, long byKafka, long atLast) {
        try {
            if (!write.isDoneBy(byKafka)) {
                gate.late(write);
                var unused = write.isDoneBy(atLast);
            }
            return write.failure();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    @Override
    public void close() {
        draining.close();
        gate.close();
    }
}
