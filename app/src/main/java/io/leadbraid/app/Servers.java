package io.leadbraid.app;

import io.leadbraid.model.topic.TopicCreation;
import io.leadbraid.servers.DataFolder;
import io.leadbraid.servers.KafkaServer;
import io.leadbraid.servers.PostgresServer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * The broker and the database: those that the settings name, otherwise our own in this process. They are there, with
 * the topics, before the application context is built, and stop after it.
 */
final class Servers implements ApplicationContextInitializer<ConfigurableApplicationContext>, AutoCloseable {

    private static final String SPOOL = "leadbraid.ingestion.spool.folder";

    private volatile @Nullable DataFolder folder;
    private volatile @Nullable KafkaServer kafka;
    private volatile @Nullable PostgresServer postgres;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        Set<Role> roles = Role.parse(environment.getProperty("leadbraid.roles", ""));
        boolean database = roles.stream().anyMatch(Role::needsDatabase);
        Optional<String> externalKafka = setting(environment, "leadbraid.kafka");
        Optional<String> externalDatabase = setting(environment, "leadbraid.database-url");
        DataFolder data = DataFolder.open(Path.of(environment.getProperty("leadbraid.data", "./data")));
        folder = data;
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("leadbraid.resolver.state-dir", data.folder("streams").toString());
        String instance = setting(environment, "leadbraid.instance").orElseGet(() -> InstanceName.keptIn(data));
        settings.put("leadbraid.resolver.instance", instance);
        settings.put("leadbraid.merger.instance", instance);
        settings.put(
                SPOOL,
                setting(environment, SPOOL)
                        .orElseGet(() -> data.path().resolve("spool").toString()));
        CompletableFuture<Void> broker = externalKafka.isPresent()
                ? CompletableFuture.completedFuture(null)
                : CompletableFuture.runAsync(() -> kafka = KafkaServer.start(data, 0, Map.of()), this::ownThread);
        if (database) {
            settings.putAll(externalDatabase
                    .map(url -> DatabaseSettings.external(url, environment))
                    .orElseGet(() -> {
                        PostgresServer started = PostgresServer.start(data, 0, Map.of());
                        postgres = started;
                        return DatabaseSettings.embedded(started.access());
                    }));
            settings.put("leadbraid.secret-key", SecretKeyFile.keyFor(environment, externalDatabase.isPresent(), data));
        } else {
            settings.putAll(DatabaseSettings.none());
        }
        join(broker);
        String bootstrap = externalKafka.orElseGet(() -> kafkaStarted().bootstrapServers());
        settings.put("leadbraid.kafka", bootstrap);
        settings.put("spring.kafka.bootstrap-servers", bootstrap);
        environment.getPropertySources().addFirst(new MapPropertySource("servers", settings));
        createTopics(bootstrap, environment, externalKafka.isPresent());
    }

    private static void createTopics(String bootstrap, ConfigurableEnvironment environment, boolean external) {
        int partitions = environment.getProperty("leadbraid.topics.partitions", Integer.class, external ? 6 : 2);
        Optional<Short> replicas =
                Optional.ofNullable(environment.getProperty("leadbraid.topics.replicas", Short.class));
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            new TopicCreation(admin, partitions, replicas).ensure();
        } catch (ExecutionException failure) {
            throw new StartFailedException("Kafka at " + bootstrap + ": " + Failures.sentence(failure), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StartFailedException("interrupted while starting", interrupted);
        }
    }

    private static Optional<String> setting(ConfigurableEnvironment environment, String name) {
        return Optional.ofNullable(environment.getProperty(name)).filter(value -> !value.isBlank());
    }

    /** Unlike the threads of the common pool, it sees the classes of the jar that it runs from. */
    private void ownThread(Runnable start) {
        Thread.ofPlatform().name("broker-start").start(start);
    }

    private static void join(CompletableFuture<Void> starting) {
        try {
            starting.join();
        } catch (CompletionException failure) {
            throw new StartFailedException(Failures.sentence(failure), failure);
        }
    }

    private KafkaServer kafkaStarted() {
        return Objects.requireNonNull(kafka, "the embedded broker has not started");
    }

    /** Runs the action, on any thread, when the embedded broker gives up while it runs. */
    void onBrokerFailure(Consumer<String> action) {
        KafkaServer broker = kafka;
        if (broker != null) {
            broker.failure().thenAccept(action);
        }
    }

    /** Stops what was started here, in the reverse order; also when it had only begun to start. */
    @Override
    public void close() {
        KafkaServer broker = kafka;
        if (broker != null) {
            broker.close();
        }
        PostgresServer database = postgres;
        if (database != null) {
            database.close();
        }
        DataFolder data = folder;
        if (data != null) {
            data.close();
        }
    }
}
