package io.leadbraid.ingestion.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leadbraid.ingestion.spool.Spool;
import io.leadbraid.model.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Producers that acknowledge, fail or keep silent stand for Kafka here; {@code OutageIT} has a real one. */
class TopicWriterTest {

    private static final Topic<String, String> TOPIC =
            new Topic<>("letters", Serdes.String(), Serdes.String(), Map.of());
    private static final Duration LONG = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private static MockProducer<byte[], byte[]> producer(boolean acknowledging) {
        return new MockProducer<>(
                acknowledging, new RoundRobinPartitioner(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    private Spool open() throws Exception {
        return Spool.open(folder, 1 << 16, 1 << 24);
    }

    private static TopicWriter start(Spool spool, List<MockProducer<byte[], byte[]>> kafka) {
        return start(spool, kafka, Duration.ZERO);
    }

    private static TopicWriter start(Spool spool, List<MockProducer<byte[], byte[]>> kafka, Duration patience) {
        Deque<MockProducer<byte[], byte[]>> next = new ArrayDeque<>(kafka);
        return TopicWriter.start(() -> new Line(next.size() > 1 ? next.remove() : next.element(), patience), spool);
    }

    private static Write write(TopicWriter writer, String text) {
        return writer.write(TOPIC, "a", text, Instant.EPOCH);
    }

    private static boolean isStored(TopicWriter writer, Write write) {
        long now = System.nanoTime();
        return writer.failure(write, now, now + LONG.toNanos()).isEmpty();
    }

    private static List<String> texts(MockProducer<byte[], byte[]> producer) {
        return producer.history().stream()
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void allThatKafkaHasNotAcknowledgedComesAgainInItsOrderBeforeAllThatCameLater() throws Exception {
        MockProducer<byte[], byte[]> silent = producer(false);
        MockProducer<byte[], byte[]> back = producer(true);
        try (Spool spool = open();
                TopicWriter writer = start(spool, List.of(silent, back))) {
            List<Write> early = IntStream.range(0, 5)
                    .mapToObj(i -> write(writer, "early " + i))
                    .toList();
            silent.completeNext();

            assertThat(isStored(writer, early.get(3))).isTrue();
            assertThat(isStored(writer, write(writer, "late"))).isTrue();
            assertThat(early).allMatch(write -> isStored(writer, write));
            await().until(spool::isEmpty);
            assertThat(isStored(writer, write(writer, "later"))).isTrue();

            assertThat(texts(back)).containsExactly("early 1", "early 2", "early 3", "early 4", "late", "later");
            assertThat(silent.closed()).isTrue();
        }
    }

    @Test
    void whileKafkaIsSlowWhatIsLateIsKeptInTheSpoolUntilKafkaHasIt() throws Exception {
        MockProducer<byte[], byte[]> slow = producer(false);
        try (Spool spool = open();
                TopicWriter writer = start(spool, List.of(slow), LONG)) {
            List<Write> writes =
                    IntStream.range(0, 3).mapToObj(i -> write(writer, "m" + i)).toList();

            assertThat(isStored(writer, writes.get(1))).isTrue();

            assertThat(writes.get(0).isSpooled()).as("what came before it").isTrue();
            assertThat(writes.get(2).isSpooled()).as("what is not late").isFalse();
            assertThat(spool.vitals().records()).isEqualTo(2);
            assertThat(writes).noneMatch(Write::isAnswered);

            IntStream.range(0, 3).forEach(i -> slow.completeNext());
            await().until(() -> spool.vitals().bytes() == 0);
            assertThat(isStored(writer, write(writer, "m3"))).isTrue();
            assertThat(texts(slow)).containsExactly("m0", "m1", "m2", "m3");
        }
    }

    @Test
    void whatASlowKafkaNeverAcknowledgesIsSentAgainInItsOrder() throws Exception {
        MockProducer<byte[], byte[]> slow = producer(false);
        MockProducer<byte[], byte[]> back = producer(true);
        try (Spool spool = open();
                TopicWriter writer = start(spool, List.of(slow, back), LONG)) {
            List<Write> writes =
                    IntStream.range(0, 6).mapToObj(i -> write(writer, "m" + i)).toList();
            slow.completeNext();
            assertThat(isStored(writer, writes.get(3))).isTrue();
            assertThat(isStored(writer, writes.get(1))).isTrue();

            slow.errorNext(new TimeoutException("the connection is gone"));

            assertThat(writes).allMatch(write -> isStored(writer, write));
            await().until(() -> texts(back).size() == 5);
            assertThat(texts(back)).containsExactly("m1", "m2", "m3", "m4", "m5");
        }
    }

    /** A broker with a queue: it answers all, a hundred a second, while forty wait. */
    @Test
    void tooMuchForKafkaIsNoReasonToLeaveIt() throws Exception {
        int senders = 40;
        int posts = 10;
        AtomicInteger lines = new AtomicInteger();
        MockProducer<byte[], byte[]> busy = producer(false);
        try (Spool spool = open();
                var broker = Executors.newSingleThreadScheduledExecutor();
                TopicWriter writer = TopicWriter.start(
                        () -> {
                            lines.incrementAndGet();
                            return new Line(busy, Duration.ofMillis(200));
                        },
                        spool)) {
            broker.scheduleAtFixedRate(busy::completeNext, 0, 10, TimeUnit.MILLISECONDS);
            CompletableFuture<?>[] sending = IntStream.range(0, senders)
                    .mapToObj(sender -> CompletableFuture.runAsync(
                            () -> {
                                for (int i = 0; i < posts; i++) {
                                    Write write = writer.write(TOPIC, "s" + sender, sender + ":" + i, Instant.EPOCH);
                                    long late = System.nanoTime()
                                            + Duration.ofMillis(200).toNanos();
                                    assertThat(writer.failure(write, late, late + LONG.toNanos()))
                                            .isEmpty();
                                }
                            },
                            task -> Thread.ofVirtual().start(task)))
                    .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(sending).join();
            assertThat(spool.vitals().drained() + spool.vitals().records()).isPositive();
            await().until(() -> spool.vitals().bytes() == 0);
        }

        assertThat(lines.get()).isEqualTo(1);
        assertThat(texts(busy)).hasSize(senders * posts).doesNotHaveDuplicates();
    }

    @Test
    void whatTheLastProcessHasLeftIsDrainedFirst() throws Exception {
        MockProducer<byte[], byte[]> away = producer(false);
        away.sendException = new TimeoutException("no broker");
        away.partitionsForException = new TimeoutException("no broker");
        MockProducer<byte[], byte[]> back = producer(true);
        try (Spool spool = open();
                TopicWriter writer = start(spool, List.of(away))) {
            assertThat(isStored(writer, write(writer, "before"))).isTrue();
        }

        try (Spool spool = open();
                TopicWriter writer = start(spool, List.of(back))) {
            assertThat(isStored(writer, write(writer, "after"))).isTrue();
            await().until(() -> texts(back).size() == 2);
        }

        assertThat(texts(back)).containsExactly("before", "after");
    }

    @Test
    void withoutABrokerAllGoIntoTheSpoolAtOnceWhileOneTriesToReachIt() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        try (Spool spool = open();
                TopicWriter writer = TopicWriter.start(
                        () -> {
                            tries.incrementAndGet();
                            return Line.to("localhost:1", Duration.ofMillis(200));
                        },
                        spool)) {
            isStored(writer, write(writer, "first"));
            long began = System.nanoTime();

            assertThat(IntStream.range(0, 2000)
                            .mapToObj(i -> write(writer, "next " + i))
                            .toList())
                    .allMatch(write -> isStored(writer, write));

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
            assertThat(tries.get()).isLessThanOrEqualTo(3);
        }
    }

    /** Many senders, each waiting for its answer, while Kafka comes and goes: first sights are in order, nothing is lost. */
    @Test
    void neitherWayThroughTheGateLosesOrOvertakes() throws Exception {
        int senders = 20;
        int posts = 300;
        Random random = new Random(7);
        ConcurrentLinkedQueue<String> log = new ConcurrentLinkedQueue<>();
        try (Spool spool = open();
                TopicWriter writer = TopicWriter.start(
                        () -> new Line(flaky(random, log), Duration.ofMillis(random.nextInt(20))), spool)) {
            CompletableFuture<?>[] sending = IntStream.range(0, senders)
                    .mapToObj(sender -> CompletableFuture.runAsync(
                            () -> {
                                for (int i = 0; i < posts; i++) {
                                    Write write = writer.write(TOPIC, "s" + sender, sender + ":" + i, Instant.EPOCH);
                                    assertThat(isStored(writer, write)).isTrue();
                                }
                            },
                            task -> Thread.ofVirtual().start(task)))
                    .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(sending).join();
            // A connection that falls silent amid draining is only given up after Draining's patience, which is as long
            // as LONG.
            await().atMost(LONG.multipliedBy(6)).until(spool::isEmpty);
        }

        for (int sender = 0; sender < senders; sender++) {
            String prefix = sender + ":";
            assertThat(log.stream().filter(text -> text.startsWith(prefix)).distinct())
                    .containsExactlyElementsOf(
                            IntStream.range(0, posts).mapToObj(i -> prefix + i).toList());
        }
    }

    /** Acknowledges some hundred records; then takes a few more without a word, and no more. */
    private static MockProducer<byte[], byte[]> flaky(Random random, ConcurrentLinkedQueue<String> log) {
        AtomicInteger left = new AtomicInteger(50 + random.nextInt(500));
        return new MockProducer<>(
                false, new RoundRobinPartitioner(), new ByteArraySerializer(), new ByteArraySerializer()) {
            @Override
            public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Callback callback) {
                var sent = super.send(record, callback);
                int remaining = left.decrementAndGet();
                if (remaining > -5) {
                    log.add(new String(record.value(), StandardCharsets.UTF_8));
                }
                if (remaining > 0) {
                    completeNext();
                }
                return sent;
            }
        };
    }
}
