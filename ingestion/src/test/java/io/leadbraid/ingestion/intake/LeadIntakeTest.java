package io.leadbraid.ingestion.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadbraid.access.problem.ProblemException;
import io.leadbraid.model.Channel;
import io.leadbraid.model.Direction;
import io.leadbraid.model.EventId;
import io.leadbraid.model.InboundContact;
import io.leadbraid.model.SourceAddress;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.WorkspaceId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class LeadIntakeTest {

    private static final Duration WITHIN = Duration.ofMillis(300);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private LeadIntake over(TopicWriter writer) {
        return new LeadIntake(writer, new RecentEvents(100), new IntakeCounts(meters), WITHIN);
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
        LeadIntake intake = over(new TopicWriter(producer));

        List<Receipt> first = intake.take(List.of(contact("a"), contact("b"), contact("a")));
        List<Receipt> second = intake.take(List.of(contact("b")));

        assertThat(first).extracting(Receipt::repeated).containsExactly(false, false, true);
        assertThat(second).extracting(Receipt::repeated).containsExactly(true);
        assertThat(producer.history()).hasSize(2);
        assertThat(count(Outcome.ACCEPTED)).isEqualTo(2);
        assertThat(count(Outcome.REPEATED)).isEqualTo(2);
    }

    @Test
    void whatIsNotAcknowledgedInTimeIsRefusedAndIsNoRepeatNextTime() {
        MockProducer<byte[], byte[]> producer = producer(false);
        LeadIntake intake = over(new TopicWriter(producer));

        assertThatThrownBy(() -> intake.take(List.of(contact("a"))))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.getStatusCode().value()).isEqualTo(503);
                    assertThat(problem.getHeaders().getFirst("Retry-After")).isNotBlank();
                });
        assertThat(intake.remembers(contact("a").workspace(), new EventId("a"))).isFalse();
        assertThat(count(Outcome.REFUSED)).isEqualTo(1);
    }

    @Test
    void oneThatFailsRefusesAllAndTheOthersAreRepeatsNextTime() {
        MockProducer<byte[], byte[]> failing = producer(true);
        LeadIntake intake = over(new TopicWriter(failing));
        intake.take(List.of(contact("a")));
        failing.sendException = new TimeoutException("no broker");

        assertThatThrownBy(() -> intake.take(List.of(contact("a"), contact("b"))))
                .isInstanceOf(ProblemException.class);
        failing.sendException = null;

        assertThat(intake.take(List.of(contact("a"), contact("b"))))
                .extracting(Receipt::repeated)
                .containsExactly(true, false);
    }

    @Test
    void withoutABrokerABatchIsRefusedSoon() {
        List<InboundContact> batch =
                IntStream.range(0, 500).mapToObj(i -> contact("e" + i)).toList();
        try (TopicWriter writer = TopicWriter.to("localhost:1", WITHIN)) {
            LeadIntake intake = over(writer);

            long before = System.nanoTime();
            assertThatThrownBy(() -> intake.take(batch)).isInstanceOf(ProblemException.class);

            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(WITHIN.multipliedBy(5));
        }
    }
}
