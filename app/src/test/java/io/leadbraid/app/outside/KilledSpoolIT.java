package io.leadbraid.app.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leadbraid.servers.DataFolder;
import io.leadbraid.servers.KafkaServer;
import io.leadbraid.testkit.TestDatabase;
import io.leadbraid.testkit.TestServers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** V1: what got a 2xx while the broker was away is there, also when the process is killed before the broker is back. */
class KilledSpoolIT {

    private static final int ROUNDS = 2;
    private static final int POSTS = 400;
    private static final int AT_ONCE = 8;
    private static final String TOPIC = "leadbraid.inbound";
    private static final Duration GENEROUS = Duration.ofSeconds(120);

    @TempDir
    Path folder;

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    @Test
    void losesNothingThatItAcknowledgedWhileTheBrokerWasAway() throws Exception {
        try (DataFolder data = DataFolder.open(folder);
                TestDatabase database = TestServers.database()) {
            KafkaServer broker = KafkaServer.start(data, 0, Map.of());
            try {
                Launch ingestion = ingestion(broker.bootstrapServers(), database);
                for (int round = 0; round < ROUNDS; round++) {
                    try (Program program = ingestion.start()) {
                        Outside outside = program.ready();
                        broker.close();
                        post(outside, "round " + round, program::kill);
                    }
                    assertThat(acknowledged).hasSizeGreaterThan(POSTS / 3 * (round + 1));
                    broker = KafkaServer.start(data, 0, Map.of());
                }
                String address = broker.bootstrapServers();

                try (Program program = ingestion.start()) {
                    Outside outside = program.ready();

                    await().atMost(GENEROUS)
                            .untilAsserted(() -> assertThat(texts(address)).containsAll(acknowledged));
                    await().atMost(GENEROUS).until(() -> !isSpoolInUse(outside));
                }
            } finally {
                broker.close();
            }
        }
    }

    private void post(Outside outside, String round, Runnable middle) throws InterruptedException {
        Countdown half = new Countdown(POSTS / 2, middle);
        List<Callable<Void>> posts = new ArrayList<>();
        for (int i = 0; i < POSTS; i++) {
            String text = round + " post " + i;
            Map<String, String> contact = Map.of("channel", "probe", "externalUserId", "user " + i % 20, "text", text);
            posts.add(() -> {
                try {
                    if (outside.call("POST", "/api/v1/inbound", contact).isAcknowledgement()) {
                        acknowledged.add(text);
                    }
                } catch (IOException unanswered) {
                    // Nobody knows whether it was taken, so nobody can ask for it.
                }
                half.count();
                return null;
            });
        }
        try (ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE)) {
            senders.invokeAll(posts);
        }
    }

    private static boolean isSpoolInUse(Outside outside) {
        return outside.get("/actuator/health", Map.of())
                .json()
                .path("components")
                .path("spool")
                .path("details")
                .path("inUse")
                .asBoolean(true);
    }

    private static Set<String> texts(String address) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", address,
                "key.deserializer", ByteArrayDeserializer.class,
                "value.deserializer", ByteArrayDeserializer.class);
        JsonMapper json = JsonMapper.builder().build();
        Set<String> texts = new HashSet<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> texts.add(json.readTree(record.value())
                                .path("message")
                                .path("text")
                                .asString("")));
            }
        }
        return texts;
    }

    private static Launch ingestion(String kafka, TestDatabase database) {
        return Launch.afresh("spooling")
                .with("LEADBRAID_ROLES", "ingestion")
                .with("LEADBRAID_KAFKA", kafka)
                .with("LEADBRAID_DATABASE_URL", database.jdbcUrl())
                .with("LEADBRAID_DATABASE_USERNAME", database.access().owner().username())
                .with("LEADBRAID_DATABASE_PASSWORD", database.access().owner().password())
                .with("LEADBRAID_SECRET_KEY", Base64.getEncoder().encodeToString(new byte[32]));
    }
}
