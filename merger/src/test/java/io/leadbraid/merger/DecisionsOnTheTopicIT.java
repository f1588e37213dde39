package io.leadbraid.merger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.leadbraid.merger.decisions.DecisionNews;
import io.leadbraid.merger.decisions.Separation;
import io.leadbraid.merger.outbox.News;
import io.leadbraid.merger.outbox.Publishing;
import io.leadbraid.model.Decision;
import io.leadbraid.model.DecisionKey;
import io.leadbraid.model.Ruling;
import io.leadbraid.model.WorkspaceId;
import io.leadbraid.model.topic.ByWorkspace;
import io.leadbraid.model.topic.Topic;
import io.leadbraid.model.topic.TopicCreation;
import io.leadbraid.model.topic.Topics;
import io.leadbraid.testkit.TestServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people decide, from the outbox to the topic, whatever dies in between. */
class DecisionsOnTheTopicIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private Desk desk;
    private Client anna;
    private Client boris;

    @BeforeAll
    static void createTopics() throws Exception {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", TestServers.kafka()))) {
            new TopicCreation(admin, 4, Optional.of((short) 1)).ensure();
        }
    }

    @BeforeEach
    void twoPeople() {
        desk = new Desk();
        anna = Client.onTelegram(desk.workspace, "7001", "Anna");
        boris = Client.onForm(desk.workspace, "f1", "Boris");
        desk.receive(anna.writes("t1", "Hello"), boris.writes("f1", "Hello"));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void turnsComeInTheirOrderEachWithItsEarlierOnes() {
        Separation made = separate();
        desk.keepingApart.keep(
                desk.operator(), anna.lead().value(), boris.lead().value(), "two cars");
        desk.separations.lift(desk.operator(), made.id());
        separate();

        publish(new DecisionNews(desk.jdbc()));

        List<Decision> told = told(4);
        assertThat(told).extracting(Decision::seq).containsExactly(1L, 2L, 3L, 4L);
        assertThat(told).extracting(Decision::on).containsExactly(true, true, false, true);
        assertThat(told)
                .extracting(Decision::earlier)
                .containsExactly(List.of(), List.of(), List.of(1L), List.of(1L, 3L));
        assertThat(told.get(3).id()).isEqualTo(told.getFirst().id());
        assertThat(told.get(3).at()).isEqualTo(told.getFirst().at());
        assertThat(told.get(3).ruling()).isEqualTo(told.getFirst().ruling());
        assertThat(told.getFirst().ruling().named()).containsExactlyInAnyOrder(anna.source(), boris.source());
        assertThat(told.get(1).ruling()).isEqualTo(new Ruling.KeepApart(Set.of(anna.source(), boris.source())));
        assertThat(desk.count("decision_outbox")).isZero();
    }

    @Test
    void whatWasSentBeforeADeathIsSentAgainBeforeAnythingElse() {
        Separation made = separate();
        desk.separations.lift(desk.operator(), made.id());
        assertThatThrownBy(() -> publish(new DyingAfterSending(new DecisionNews(desk.jdbc()))))
                .isInstanceOf(IllegalStateException.class);
        separate();

        publish(new DecisionNews(desk.jdbc()));

        assertThat(told(5)).extracting(Decision::seq).containsExactly(1L, 2L, 1L, 2L, 3L);
        assertThat(desk.count("decision_outbox")).isZero();
    }

    @Test
    void moreThanABatchStaysInOrder() {
        int turns = 601;
        for (int turn = 1; turn <= turns; turn += 2) {
            Separation made = separate();
            if (turn < turns) {
                desk.separations.lift(desk.operator(), made.id());
            }
        }

        publish(new DecisionNews(desk.jdbc()));

        List<Decision> told = told(turns);
        assertThat(told)
                .extracting(Decision::seq)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, turns).boxed().toList());
        assertThat(told.getLast().earlier()).hasSize(turns - 1);
    }

    /** A process that ends between what it has sent and taking that away. */
    private record DyingAfterSending(News<DecisionKey, Decision> alive) implements News<DecisionKey, Decision> {

        @Override
        public Topic<DecisionKey, Decision> topic() {
            return alive.topic();
        }

        @Override
        public List<WorkspaceId> workspaces() {
            return alive.workspaces();
        }

        @Override
        public Batch<DecisionKey, Decision> next(WorkspaceId workspace, int bucket, int most) {
            Batch<DecisionKey, Decision> batch = alive.next(workspace, bucket, most);
            return new Batch<>(batch.taken(), batch.told(), () -> {
                throw new IllegalStateException("killed");
            });
        }

        @Override
        public OptionalInt partition(WorkspaceId workspace, int partitions) {
            return alive.partition(workspace, partitions);
        }
    }

    private Separation separate() {
        return desk.separations.separate(
                desk.operator(), anna.source().value(), boris.source().value(), "brothers");
    }

    private void publish(News<?, ?> news) {
        Publishing publishing = new Publishing(
                TestServers.kafka(), List.of(news), desk.dataSource(), desk.transactions(), desk.meters());
        try {
            publishing.publishAll();
        } finally {
            publishing.close();
        }
    }

    /** The workspace's records in the partition where the graph looks for them. */
    private List<Decision> told(int expected) {
        List<Decision> told = new ArrayList<>();
        try (KafkaConsumer<DecisionKey, Decision> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", TestServers.kafka(), "isolation.level", "read_committed"),
                Topics.DECISIONS.keys().deserializer(),
                Topics.DECISIONS.values().deserializer())) {
            int partitions = consumer.partitionsFor(Topics.DECISIONS.name()).size();
            TopicPartition partition =
                    new TopicPartition(Topics.DECISIONS.name(), ByWorkspace.partition(desk.workspace, partitions));
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            await().atMost(SOON).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (record.key().workspace().equals(desk.workspace)) {
                        told.add(record.value());
                    }
                });
                return told.size() >= expected;
            });
        }
        return told;
    }
}
