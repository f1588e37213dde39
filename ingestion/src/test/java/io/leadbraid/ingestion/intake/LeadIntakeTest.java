package io.leadbraid.ingestion.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.leadbraid.access.problem.ProblemException;
import io.leadbraid.ingestion.spool.Spool;
import io.leadbraid.model.Channel;
import io.leadbraid.model.Direction;
import io.leadbraid.model.EventId;
import io.leadbraid.model.InboundContact;
import io.leadbraid.model.SourceAddress;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.WorkspaceId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeadIntakeTest {

    private static final Duration WITHIN = Duration.ofMillis(300);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @TempDir
    Path folder;

    private Spool spool;
    private TopicWriter writer;

    @BeforeEach
    void open() throws IOException {
        spool = Spool.open(folder, 1 << 16, 1 << 20);
    }

    @AfterEach
    void close() throws Exception {
        writer.close();
        spool.close();
    }

    private LeadIntake over(Supplier<Line> lines) {
        writer = TopicWriter.start(lines, spool);
        return new LeadIntake(writer, new RecentEvents(100), new IntakeCounts(meters), WITHIN, WITHIN.multipliedBy(10));
    }

    private LeadIntake over(MockProducer<byte[], byte[]> producer) {
        return over(() -> new Line(producer, WITHIN));
    }

    private static MockProducer<byte[], byte[]> producer(boolean acknowledging) {
        return new MockProducer<>(
                acknowledging, new RoundRobinPartitioner(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    private double count(Outcome outcome) {
        return meters.counter("leadbraid.inbound", "channel", "push", "outcome", outcome.label())
                .count();
    }

    private static InboundContact contact(String event) {
        WorkspaceId workspace = new WorkspaceId(new UUID(0, 1));
        SourceAddress address = new SourceAddress("vk", "", "1");
        return new InboundContact(
                InboundContact.SCHEMA,
                workspace,
                new EventId(event),
                SourceId.of(workspace, address),
                new Channel("vk", null, ""),
                "1",
                Direction.IN,
                Instant.EPOCH,
                Instant.now(),
                null,
                List.of(),
                List.of(),
                Map.of(),
                null);
    }

    @Test
    void aRepeatIsToldFromTheFirst() {
        MockProducer<byte[], byte[]> producer = producer(true);
        LeadIntake intake = over(producer);

        List<Receipt> first = intake.take(List.of(contact("a"), contact("b"), contact("a")));
        List<Receipt> second = intake.take(List.of(contact("b")));

        assertThat(first).extracting(Receipt::repeated).containsExactly(false, false, true);
        assertThat(second).extracting(Receipt::repeated).containsExactly(true);
        assertThat(producer.history()).hasSize(2);
        assertThat(count(Outcome.ACCEPTED)).isEqualTo(2);
        assertThat(count(Outcome.REPEATED)).isEqualTo(2);
    }

    @Test
    void whatKafkaDoesNotAcknowledgeInTimeIsTakenIntoTheSpool() {
        MockProducer<byte[], byte[]> silent = producer(false);
        LeadIntake intake = over(silent);

        List<Receipt> receipts = intake.take(List.of(contact("a")));

        assertThat(receipts).extracting(Receipt::repeated).containsExactly(false);
        assertThat(spool.vitals().records()).isEqualTo(1);
        assertThat(intake.take(List.of(contact("a"))))
                .extracting(Receipt::repeated)
                .containsExactly(true);
        assertThat(count(Outcome.ACCEPTED)).isEqualTo(1);
    }

    @Test
    void withoutABrokerABatchIsTakenSoonAndTheNextAtOnce() {
        LeadIntake intake = over(() -> Line.to("localhost:1", WITHIN));

        long began = System.nanoTime();
        intake.take(batch("first"));
        long taken = System.nanoTime();
        intake.take(batch("second"));

        assertThat(Duration.ofNanos(taken - began)).isLessThan(WITHIN.multipliedBy(10));
        assertThat(Duration.ofNanos(System.nanoTime() - taken)).isLessThan(WITHIN.multipliedBy(10));
        assertThat(spool.vitals().records()).isEqualTo(1000);
    }

    private static List<InboundContact> batch(String name) {
        return IntStream.range(0, 500).mapToObj(i -> contact(name + i)).toList();
    }

    @Test
    void whatNeitherKafkaNorTheSpoolTakesIsRefusedAndIsNoRepeatNextTime() throws Exception {
        LeadIntake intake = over(() -> Line.to("localhost:1", WITHIN));
        spool.close();

        assertThatThrownBy(() -> intake.take(List.of(contact("a"))))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.getStatusCode().value()).isEqualTo(503);
                    assertThat(problem.getHeaders().getFirst("Retry-After")).isNotBlank();
                });
        assertThat(intake.mayHaveStored(contact("a").workspace(), new EventId("a")))
                .isTrue();
        assertThatThrownBy(() -> intake.take(List.of(contact("a")))).isInstanceOf(ProblemException.class);
        assertThat(count(Outcome.REFUSED)).isEqualTo(2);
    }

    @Test
    void aRecordThatKafkaCanNeverTakeIsRefusedAndTheOthersAreRepeatsNextTime() {
        MockProducer<byte[], byte[]> failing = producer(false);
        LeadIntake intake = over(failing);

        CompletableFuture<List<Receipt>> taking =
                CompletableFuture.supplyAsync(() -> intake.take(List.of(contact("a"), contact("b"))));
        await().until(() -> failing.history().size() == 2);
        failing.completeNext();
        failing.errorNext(new RecordTooLargeException());

        assertThat(taking).failsWithin(Duration.ofSeconds(5));
        assertThat(intake.take(List.of(contact("a"))))
                .extracting(Receipt::repeated)
                .containsExactly(true);
        assertThat(intake.mayHaveStored(contact("b").workspace(), new EventId("b")))
                .isTrue();
        assertThat(spool.vitals().records()).isZero();
    }
}
