package io.leadbraid.ingestion;

import io.leadbraid.access.AccessConfiguration;
import io.leadbraid.access.ApiKeys;
import io.leadbraid.access.Scope;
import io.leadbraid.access.Workspaces;
import io.leadbraid.model.WorkspaceId;
import io.leadbraid.model.topic.TopicCreation;
import io.leadbraid.testkit.TestDatabase;
import io.leadbraid.testkit.TestServers;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The role ingestion on a real port, with a real broker and a real database; one for all tests of the process. */
public final class RunningIngestion implements AutoCloseable {

    /** A company with a key that may do everything. */
    public record Tenant(WorkspaceId workspace, String name, String key) {}

    /** With one key; more than any test but that of the limit pushes. */
    public static final int PUSHES_PER_MINUTE = 1_000;

    private static final RunningIngestion ONE = on(TestServers.kafka(), Map.of());

    private final TestDatabase database;
    private final ConfigurableApplicationContext context;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({AccessConfiguration.class, IngestionConfiguration.class})
    static class Application {

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }

    private RunningIngestion(String kafka, Path spool, Map<String, Object> overrides) {
        database = TestServers.database().migrate();
        createTopics(kafka);
        byte[] secretKey = new byte[32];
        new SecureRandom().nextBytes(secretKey);
        SpringApplication application = new SpringApplication(Application.class);
        Map<String, Object> properties = new HashMap<>(Map.of(
                "server.port",
                "0",
                "spring.flyway.enabled",
                "false",
                "spring.datasource.url",
                database.jdbcUrl(),
                "spring.datasource.username",
                database.access().app().username(),
                "spring.datasource.password",
                database.access().app().password(),
                "leadbraid.kafka",
                kafka,
                "leadbraid.ingestion.spool.folder",
                spool.toString(),
                "leadbraid.public-url",
                "https://leads.example.com/",
                "leadbraid.secret-key",
                Base64.getEncoder().encodeToString(secretKey)));
        properties.putAll(Map.of(
                "spring.threads.virtual.enabled", "true",
                "server.forward-headers-strategy", "native",
                "leadbraid.telegram.bot-api", "http://localhost:1",
                "leadbraid.ingestion.limits.form-client-per-minute", "20",
                "leadbraid.ingestion.limits.push-per-minute", PUSHES_PER_MINUTE));
        properties.putAll(overrides);
        application.setDefaultProperties(properties);
        context = application.run();
    }

    /** One of its own, on another broker. */
    public static RunningIngestion on(String kafka, Map<String, Object> overrides) {
        try {
            return new RunningIngestion(kafka, Files.createTempDirectory(Path.of("target"), "spool"), overrides);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void createTopics(String kafka) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            new TopicCreation(admin, 2, Optional.empty()).ensure();
        } catch (Exception failure) {
            throw new IllegalStateException("no topics", failure);
        }
    }

    public static RunningIngestion get() {
        return ONE;
    }

    public Tenant newTenant() {
        String name = "t-" + UUID.randomUUID();
        context.getBean(Workspaces.class).createIfMissing(name);
        return new Tenant(Workspaces.idOf(name), name, keyWith(Workspaces.idOf(name), EnumSet.allOf(Scope.class)));
    }

    public String keyWith(WorkspaceId workspace, Set<Scope> scopes) {
        String secret = ApiKeys.draw();
        context.getBean(ApiKeys.class).register(workspace, "test", secret, scopes);
        return secret;
    }

    public Http http() {
        return new Http("http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    public TestDatabase database() {
        return database;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public double count(String channel, String outcome) {
        return context
                .getBean(MeterRegistry.class)
                .find("leadbraid.inbound")
                .tag("channel", channel)
                .tag("outcome", outcome)
                .counters()
                .stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
