package io.leadbraid.merger;

import io.leadbraid.access.AccessConfiguration;
import io.leadbraid.access.Workspaces;
import io.leadbraid.merger.leads.Leads;
import io.leadbraid.model.WorkspaceId;
import io.leadbraid.model.topic.Topic;
import io.leadbraid.model.topic.TopicCreation;
import io.leadbraid.servers.DatabaseAccess;
import io.leadbraid.testkit.TestDatabase;
import io.leadbraid.testkit.TestServers;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The merger as a process runs it, with its consumers, on a database of its own. */
final class RunningMerger implements AutoCloseable {

    private final TestDatabase database = TestServers.database().migrate();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final Producer<byte[], byte[]> producer;
    private ConfigurableApplicationContext context;

    RunningMerger() throws Exception {
        Map<String, Object> servers = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, TestServers.kafka());
        try (Admin admin = Admin.create(servers)) {
            new TopicCreation(admin, 4, Optional.of((short) 1)).ensure();
        }
        Map<String, Object> config = new HashMap<>(servers);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        context = start();
    }

    /** The configuration with what Spring Boot brings to it in the product. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({AccessConfiguration.class, MergerConfiguration.class})
    static class Process {}

    private ConfigurableApplicationContext start() {
        DatabaseAccess access = database.access();
        return new SpringApplicationBuilder(Process.class)
                .initializers(starting -> ((GenericApplicationContext) starting)
                        .registerBean(
                                MeterRegistry.class, () -> meters, definition -> definition.setDestroyMethodName("")))
                .run(
                        "--server.port=0",
                        "--spring.flyway.enabled=false",
                        "--spring.main.banner-mode=off",
                        "--spring.datasource.url=" + access.jdbcUrl(),
                        "--spring.datasource.username=" + access.app().username(),
                        "--spring.datasource.password=" + access.app().password(),
                        "--leadbraid.secret-key=" + Base64.getEncoder().encodeToString(new byte[32]),
                        "--leadbraid.kafka=" + TestServers.kafka(),
                        "--leadbraid.merger.instance=" + access.jdbcUrl().replaceAll(".*/", ""));
    }

    void restart() {
        restartAfter(() -> {});
    }

    void restartAfter(Runnable whileItIsDown) {
        context.close();
        try {
            whileItIsDown.run();
        } finally {
            context = start();
        }
    }

    /** Makes Kafka believe that everything of the topic has been worked off, though it has not; for who has worked on it before. */
    void commitAll(Topic<?, ?> topic) {
        Map<String, Object> servers = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, TestServers.kafka());
        try (Admin admin = Admin.create(servers)) {
            Map<TopicPartition, OffsetSpec> partitions =
                    admin
                            .describeTopics(List.of(topic.name()))
                            .allTopicNames()
                            .get()
                            .get(topic.name())
                            .partitions()
                            .stream()
                            .collect(Collectors.toMap(
                                    one -> new TopicPartition(topic.name(), one.partition()),
                                    one -> OffsetSpec.latest()));
            Map<TopicPartition, OffsetAndMetadata> ends = admin.listOffsets(partitions).all().get().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            end -> new OffsetAndMetadata(end.getValue().offset())));
            String group = "leadbraid-merger-" + topic.name();
            // Static members stay in the group while they restart, and nobody else may commit meanwhile.
            admin.removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
                    .all()
                    .get();
            admin.alterConsumerGroupOffsets(group, ends).all().get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    WorkspaceId workspace(String name) {
        context.getBean(Workspaces.class).createIfMissing(name);
        return Workspaces.idOf(name);
    }

    <K, V> Future<?> send(Topic<K, V> topic, K key, V value) {
        return sendRaw(
                topic.name(),
                topic.keys().serializer().serialize(topic.name(), key),
                topic.values().serializer().serialize(topic.name(), value));
    }

    Future<?> sendRaw(String topic, byte[] key, byte[] value) {
        return producer.send(new ProducerRecord<>(topic, key, value));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Leads leads() {
        return bean(Leads.class);
    }

    MeterRegistry meters() {
        return meters;
    }

    JdbcClient asOwner() {
        return JdbcClient.create(database.ownerDataSource());
    }

    @Override
    public void close() {
        producer.close();
        context.close();
        database.close();
    }
}
