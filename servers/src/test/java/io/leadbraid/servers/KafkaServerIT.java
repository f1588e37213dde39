package io.leadbraid.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Exit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaServerIT {
    @TempDir
    Path path;

    @Test
    void recordsAndAddressSurviveARestart() throws Exception {
        String address;
        try (DataFolder folder = DataFolder.open(path);
                KafkaServer server = KafkaServer.start(folder, 0, Map.of())) {
            address = server.bootstrapServers();
            createTopic(address, "letters");
            send(address, "letters", "first");
        }

        try (DataFolder folder = DataFolder.open(path);
                KafkaServer server = KafkaServer.start(folder, 0, Map.of())) {
            assertThat(server.bootstrapServers()).isEqualTo(address);
            send(address, "letters", "second");
            assertThat(read(address, "letters", 2)).containsExactly("first", "second");
        }
    }

    @Test
    void anotherPortIsChosenWhenTheKeptOneIsTaken() throws Exception {
        int kept;
        try (DataFolder folder = DataFolder.open(path)) {
            kept = folder.ports().claim("kafka", 0);
        }

        try (ServerSocket somebodyElse = new ServerSocket(kept, 1, InetAddress.getLoopbackAddress());
                DataFolder folder = DataFolder.open(path);
                KafkaServer server = KafkaServer.start(folder, 0, Map.of())) {
            assertThat(server.port()).isNotEqualTo(somebodyElse.getLocalPort());
            createTopic(server.bootstrapServers(), "letters");
        }
    }

    @Test
    void aPortThatIsTakenAtTheLastMomentIsReportedInWords() throws Exception {
        try (ServerSocket somebodyElse = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                DataFolder folder = DataFolder.open(path)) {
            int controller = folder.ports().claim("kafka-controller", 0);
            folder.ports().release(controller);
            String listeners = "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                    .formatted(somebodyElse.getLocalPort(), controller);

            assertThatThrownBy(() -> KafkaServer.start(folder, 0, Map.of("listeners", listeners)))
                    .isInstanceOf(ServerFailedException.class)
                    .hasMessageContaining("Address already in use");

            KafkaServer.start(folder, 0, Map.of()).close();
        }
    }

    @Test
    void topicsAreNotCreatedByAccident() {
        try (DataFolder folder = DataFolder.open(path);
                KafkaServer server = KafkaServer.start(folder, 0, Map.of());
                Admin admin = Admin.create(Map.of("bootstrap.servers", server.bootstrapServers()))) {
            assertThatThrownBy(() -> admin.describeTopics(List.of("unknown"))
                            .allTopicNames()
                            .get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }

    @Test
    void aBrokerThatGivesUpIsReportedAndDoesNotEndTheProcess() {
        try (DataFolder folder = DataFolder.open(path);
                KafkaServer server = KafkaServer.start(folder, 0, Map.of())) {
            assertThatThrownBy(() -> Exit.halt(1, "disk failed")).isInstanceOf(Error.class);

            assertThat(server.failure()).isCompletedWithValue("The Kafka broker gave up with status 1: disk failed");
        }
    }

    @Test
    void settingsThatMakeNoSenseAreRefusedInWords() {
        try (DataFolder folder = DataFolder.open(path)) {
            assertThatThrownBy(() -> KafkaServer.start(folder, 0, Map.of("log.segment.bytes", "few")))
                    .isInstanceOf(ServerFailedException.class)
                    .hasMessageContaining("log.segment.bytes");
        }
    }

    static void createTopic(String address, String topic) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
    }

    static void send(String address, String topic, String value) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", address, "acks", "all"), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, value)).get();
        }
    }

    /** Leaves a transaction open, as a process does that is killed. */
    static void beginTransaction(String address, String name, String topic) throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", address, "transactional.id", name, "transaction.timeout.ms", 1_000);
        KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        producer.initTransactions();
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(topic, name)).get();
        producer.close(Duration.ZERO);
    }

    static long last(String address, String topic) throws Exception {
        return end(address, topic, IsolationLevel.READ_UNCOMMITTED);
    }

    static long lastCommitted(String address, String topic) throws Exception {
        return end(address, topic, IsolationLevel.READ_COMMITTED);
    }

    private static long end(String address, String topic, IsolationLevel level) throws Exception {
        TopicPartition partition = new TopicPartition(topic, 0);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
            return admin.listOffsets(Map.of(partition, OffsetSpec.latest()), new ListOffsetsOptions(level))
                    .partitionResult(partition)
                    .get()
                    .offset();
        }
    }

    static List<String> read(String address, String topic, int count) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", address, "max.poll.records", count, "fetch.min.bytes", 1),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition(topic, 0)));
            consumer.seekToBeginning(consumer.assignment());
            return StreamSupport.stream(consumer.poll(Duration.ofSeconds(20)).spliterator(), false)
                    .map(record -> record.value())
                    .toList();
        }
    }
}
