package io.leadbraid.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbraid.ingestion.Http.Answer;
import io.leadbraid.ingestion.Http.Delivery;
import io.leadbraid.ingestion.RunningIngestion.Tenant;
import io.leadbraid.model.EventId;
import io.leadbraid.model.InboundContact;
import io.leadbraid.model.topic.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every channel must do, whatever it speaks. */
public abstract class ConnectorContract {

    protected final RunningIngestion ingestion = RunningIngestion.get();
    protected final Http http = ingestion.http();
    protected Tenant tenant;

    @BeforeEach
    void aCompany() {
        tenant = ingestion.newTenant();
        setUpChannel();
    }

    protected abstract void setUpChannel();

    /** @return a genuine delivery of one contact; another one for each number */
    protected abstract Delivery valid(int number);

    /** The same channel, with a body that nobody can read. */
    protected abstract Delivery malformed();

    protected abstract int statusOfMalformed();

    /** Genuine, of a kind that nobody knows yet: what comes after it must not wait for it. */
    protected abstract Delivery unknownKind();

    /** Platforms send again what is not acknowledged; a bot is told. */
    protected int statusOfUnknownKind() {
        return 200;
    }

    /** @return when the platform says that the contact of this number happened; later for higher numbers. Empty where it does not say */
    protected abstract Optional<Instant> occurredAt(int number);

    /** From somebody who may not. */
    protected abstract Delivery forged();

    protected abstract int statusOfForged();

    /** More than the channel takes. */
    protected abstract Delivery oversized();

    /** To a channel that does not exist. */
    protected abstract Delivery astray();

    protected abstract int statusOfAstray();

    @Test
    void aValidDeliveryIsInTheLogWhenItIsAcknowledged() {
        Answer answer = http.send(valid(1));

        assertThat(answer.status()).isBetween(200, 299);
        List<InboundContact> stored = InboundLog.of(tenant.workspace());
        assertThat(stored).hasSize(1);
        assertThat(recordOf(stored.getFirst())).satisfies(record -> {
            assertThat(Topics.INBOUND.keys().deserializer().deserialize(record.topic(), record.key()))
                    .isEqualTo(stored.getFirst().source());
            assertThat(record.timestamp())
                    .isEqualTo(stored.getFirst().receivedAt().toEpochMilli());
        });
    }

    @Test
    void severalDeliveriesAreSeveralEvents() {
        http.send(valid(1));
        http.send(valid(2));
        http.send(valid(3));

        assertThat(InboundLog.of(tenant.workspace()))
                .extracting(InboundContact::event)
                .doesNotHaveDuplicates()
                .hasSize(3);
    }

    @Test
    void aRepeatIsAnsweredLikeTheFirstAndStoredOnce() {
        Answer first = http.send(valid(1));
        Answer second = http.send(valid(1));

        assertThat(second.status()).isEqualTo(first.status());
        assertThat(InboundLog.of(tenant.workspace())).hasSize(1);
    }

    @Test
    void concurrentRepeatsAreOneEvent() throws Exception {
        Delivery delivery = valid(1);
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Answer> sending = () -> {
            together.await();
            return http.send(delivery);
        };
        List<Answer> answers = new ArrayList<>();
        try (ExecutorService senders = Executors.newFixedThreadPool(2)) {
            for (Future<Answer> answer : senders.invokeAll(List.of(sending, sending))) {
                answers.add(answer.get());
            }
        }

        List<EventId> events = InboundLog.of(tenant.workspace()).stream()
                .map(InboundContact::event)
                .toList();
        assertThat(answers)
                .extracting(Answer::status)
                .allSatisfy(status -> assertThat(status).isBetween(200, 299));
        assertThat(events).hasSizeBetween(1, 2).allMatch(events.getFirst()::equals);
    }

    @Test
    void whatComesOutOfOrderKeepsItsTimes() {
        http.send(valid(3));
        http.send(valid(1));
        http.send(valid(2));

        List<InboundContact> stored = InboundLog.of(tenant.workspace());
        assertThat(stored).hasSize(3);
        if (occurredAt(1).isPresent()) {
            assertThat(stored)
                    .extracting(InboundContact::occurredAt)
                    .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 3)
                            .mapToObj(this::occurredAt)
                            .flatMap(Optional::stream)
                            .toList());
        }
    }

    @Test
    void anUnknownKindHoldsNothingUp() {
        Answer unknown = http.send(unknownKind());
        Answer next = http.send(valid(1));

        assertThat(unknown.status()).isEqualTo(statusOfUnknownKind());
        assertThat(next.status()).isBetween(200, 299);
        assertThat(InboundLog.of(tenant.workspace())).hasSize(1);
    }

    @Test
    void aMalformedDeliveryIsNoContact() {
        assertThat(http.send(malformed()).status()).isEqualTo(statusOfMalformed());
        assertThat(InboundLog.of(tenant.workspace())).isEmpty();
    }

    @Test
    void aForgedDeliveryIsRefused() {
        Answer answer = http.send(forged());

        assertThat(answer.status()).isEqualTo(statusOfForged());
        assertThat(answer.headers().get("Content-Type")).startsWith("application/problem+json");
        assertThat(InboundLog.of(tenant.workspace())).isEmpty();
    }

    @Test
    void anOversizedDeliveryIsRefused() {
        Answer answer = http.send(oversized());

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().path("type").stringValue()).isEqualTo("/problems/too-large");
        assertThat(InboundLog.of(tenant.workspace())).isEmpty();
    }

    @Test
    void aDeliveryThatWentAstrayIsRefused() {
        assertThat(http.send(astray()).status()).isEqualTo(statusOfAstray());
    }

    private static ConsumerRecord<byte[], byte[]> recordOf(InboundContact contact) {
        return InboundLog.records().stream()
                .filter(record -> InboundLog.contact(record).equals(contact))
                .findFirst()
                .orElseThrow();
    }
}
