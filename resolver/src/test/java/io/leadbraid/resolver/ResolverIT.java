package io.leadbraid.resolver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leadbraid.model.Decision;
import io.leadbraid.model.DecisionId;
import io.leadbraid.model.DecisionKey;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.InboundContact;
import io.leadbraid.model.ProfileKey;
import io.leadbraid.model.ProfileSnapshot;
import io.leadbraid.model.ProfileSnapshot.Member;
import io.leadbraid.model.Ruling;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.WorkspaceId;
import io.leadbraid.model.topic.ByWorkspace;
import io.leadbraid.model.topic.DeadLetter;
import io.leadbraid.model.topic.Topic;
import io.leadbraid.model.topic.TopicCreation;
import io.leadbraid.model.topic.Topics;
import io.leadbraid.testkit.TestServers;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The two applications under exactly-once on a real broker, as Spring runs them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResolverIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private ApplicationContextRunner resolver;

    @BeforeAll
    void createTopics(@TempDir Path state) throws Exception {
        try (Admin admin =
                Admin.create(Map.<String, Object>of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, TestServers.kafka()))) {
            new TopicCreation(admin, 3, Optional.empty()).ensure();
        }
        resolver = new ApplicationContextRunner()
                .withUserConfiguration(ResolverConfiguration.class)
                .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
                .withPropertyValues(
                        "leadbraid.kafka=" + TestServers.kafka(),
                        "leadbraid.resolver.state-dir=" + state,
                        "leadbraid.resolver.instance=here");
    }

    @Test
    void profilesOfFiveHundredPeopleAreThoseOfTheOracle() {
        Contacts contacts = new Contacts(new WorkspaceId(UUID.randomUUID()));
        People people = new People(contacts, 500, 1);
        send(people.shuffledWithRepeats());

        resolver.run(context -> {
            try (Profiles profiles = new Profiles(contacts.workspace())) {
                profiles.await(people.expected());
            }
            assertThat(context.getBean(ResolverHealth.class).vitals())
                    .hasSize(2)
                    .allSatisfy(vitals -> {
                        assertThat(vitals.state()).isEqualTo("RUNNING");
                        assertThat(vitals.alive()).isTrue();
                        assertThat(vitals.restoring()).isZero();
                        assertThat(vitals.lag()).isZero();
                        assertThat(vitals.lastCommit()).isPresent();
                        assertThat(vitals.replacedThreads()).isZero();
                    });
            assertThat(context.getBean(MeterRegistry.class)
                            .find("kafka.stream.thread.commit.total")
                            .meters())
                    .isNotEmpty();
        });
    }

    @Test
    void aStopInTheMiddleChangesNothing() {
        Contacts contacts = new Contacts(new WorkspaceId(UUID.randomUUID()));
        People people = new People(contacts, 500, 2);
        List<InboundContact> inbound = people.shuffledWithRepeats();
        int half = inbound.size() / 2;

        resolver.run(context -> {
            send(inbound.subList(0, half));
            try (Profiles profiles = new Profiles(contacts.workspace())) {
                profiles.awaitAny();
            }
        });
        send(inbound.subList(half, inbound.size()));
        resolver.run(context -> {
            try (Profiles profiles = new Profiles(contacts.workspace())) {
                profiles.await(people.expected());
            }
        });
    }

    @Test
    void aMergeThatSomebodyDecidesAndItsUndoingComeIntoTheProfiles() {
        Contacts contacts = new Contacts(new WorkspaceId(UUID.randomUUID()));
        Instant now = Instant.parse("2026-11-02T10:00:00Z");
        send(List.of(
                contacts.of("telegram", "anna", "e1", now, List.of()),
                contacts.of("viber", "anna", "e2", now, List.of())));
        SourceId one = contacts.source("telegram", "anna");
        SourceId other = contacts.source("viber", "anna");
        Ruling merge = new Ruling.Assertion(Set.of(one, other), new Identifier(Identifier.Kind.MERGE, "", "m1"));

        resolver.run(context -> {
            try (Profiles profiles = new Profiles(contacts.workspace())) {
                profiles.await(Set.of(Set.of(one), Set.of(other)));

                decide(new Decision(
                        Decision.SCHEMA, contacts.workspace(), new DecisionId("d"), 1, List.of(), true, now, merge));
                profiles.await(Set.of(Set.of(one, other)));

                decide(new Decision(
                        Decision.SCHEMA, contacts.workspace(), new DecisionId("d"), 2, List.of(1L), false, now, merge));
                profiles.await(Set.of(Set.of(one), Set.of(other)));
                assertThat(profiles.latest.values())
                        .extracting(ProfileSnapshot::decision)
                        .containsOnly(2L);
            }
        });
    }

    private static void decide(Decision decision) {
        try (KafkaProducer<DecisionKey, Decision> producer = new KafkaProducer<>(
                client(),
                Topics.DECISIONS.keys().serializer(),
                Topics.DECISIONS.values().serializer())) {
            int partition = ByWorkspace.partition(
                    decision.workspace(),
                    producer.partitionsFor(Topics.DECISIONS.name()).size());
            producer.send(new ProducerRecord<>(Topics.DECISIONS.name(), partition, decision.key(), decision));
        }
    }

    @Test
    void aValueThatCannotBeReadIsPutAsideAsItIsWithItsCoordinates() {
        String marker = "{half a contact " + UUID.randomUUID();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(client(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(
                    new ProducerRecord<>(Topics.INBOUND.name(), "source".getBytes(UTF_8), marker.getBytes(UTF_8)));
        }

        resolver.run(context -> {
            try (KafkaConsumer<byte[], byte[]> letters = reader(Topics.DEAD_LETTERS)) {
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(letters.poll(Duration.ofMillis(200)))
                                .anySatisfy(letter -> {
                                    assertThat(letter.value()).asString(UTF_8).isEqualTo(marker);
                                    assertThat(letter.headers()
                                                    .lastHeader(DeadLetter.TOPIC)
                                                    .value())
                                            .asString(UTF_8)
                                            .isEqualTo(Topics.INBOUND.name());
                                }));
            }
        });
    }

    private static void send(List<InboundContact> inbound) {
        try (KafkaProducer<SourceId, InboundContact> producer = new KafkaProducer<>(
                client(),
                Topics.INBOUND.keys().serializer(),
                Topics.INBOUND.values().serializer())) {
            inbound.forEach(
                    contact -> producer.send(new ProducerRecord<>(Topics.INBOUND.name(), contact.source(), contact)));
        }
    }

    private static Map<String, Object> client() {
        return Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, TestServers.kafka());
    }

    private static <K, V> KafkaConsumer<K, V> reader(Topic<K, V> topic) {
        Map<String, Object> settings = new HashMap<>(client());
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, UUID.randomUUID().toString());
        KafkaConsumer<K, V> consumer = new KafkaConsumer<>(
                settings, topic.keys().deserializer(), topic.values().deserializer());
        consumer.subscribe(List.of(topic.name()));
        return consumer;
    }

    /** A workspace's profiles as the topic tells them. */
    private static final class Profiles implements AutoCloseable {

        private final WorkspaceId workspace;
        private final KafkaConsumer<ProfileKey, ProfileSnapshot> consumer = reader(Topics.PROFILES);
        private final Map<ProfileKey, ProfileSnapshot> latest = new HashMap<>();

        private Profiles(WorkspaceId workspace) {
            this.workspace = workspace;
        }

        private void await(Set<Set<SourceId>> expected) {
            org.awaitility.Awaitility.await()
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(persons()).isEqualTo(expected));
        }

        private void awaitAny() {
            org.awaitility.Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> !persons().isEmpty());
        }

        private Set<Set<SourceId>> persons() {
            consumer.poll(Duration.ofMillis(200)).forEach(this::read);
            Set<Set<SourceId>> persons = new HashSet<>();
            latest.values()
                    .forEach(snapshot -> persons.add(
                            snapshot.members().stream().map(Member::source).collect(Collectors.toSet())));
            return persons;
        }

        private void read(ConsumerRecord<ProfileKey, ProfileSnapshot> record) {
            if (!record.key().workspace().equals(workspace)) {
                return;
            }
            if (record.value() == null) {
                latest.remove(record.key());
            } else {
                ProfileSnapshot before = latest.put(record.key(), record.value());
                assertThat(before == null || before.version() < record.value().version())
                        .as("versions rise")
                        .isTrue();
            }
        }

        @Override
        public void close() {
            consumer.close();
        }
    }
}
