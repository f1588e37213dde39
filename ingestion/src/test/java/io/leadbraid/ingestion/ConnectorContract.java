package io.leadbraid.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbraid.ingestion.Http.Answer;
import io.leadbraid.ingestion.Http.Delivery;
import io.leadbraid.ingestion.RunningIngestion.Tenant;
import io.leadbraid.model.EventId;
import io.leadbraid.model.InboundContact;
import io.leadbraid.model.topic.Topics;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
        int times = 8;
        CountDownLatch together = new CountDownLatch(times);
        try (ExecutorService senders = Executors.newFixedThreadPool(times)) {
            List<Future<Answer>> answers = Collections.nCopies(times, valid(1)).stream()
                    .map(delivery -> senders.submit(() -> {
                        together.countDown();
                        together.await();
                        return http.send(delivery);
                    }))
                    .toList();
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().status()).isBetween(200, 299);
            }
        }

        List<EventId> events = InboundLog.of(tenant.workspace()).stream()
                .map(InboundContact::event)
                .toList();
        assertThat(events).isNotEmpty().allMatch(events.getFirst()::equals);
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
