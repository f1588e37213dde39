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
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
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
public final class RunningIngestion {

    /** A company with a key that may do everything. */
    public record Tenant(WorkspaceId workspace, String name, String key) {}

    private static final RunningIngestion ONE = new RunningIngestion();

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

    private RunningIngestion() {
        database = TestServers.database().migrate();
        createTopics();
        byte[] secretKey = new byte[32];
        new SecureRandom().nextBytes(secretKey);
        SpringApplication application = new SpringApplication(Application.class);
        application.setDefaultProperties(Map.of(
                "server.port", "0",
                "spring.threads.virtual.enabled", "true",
                "spring.flyway.enabled", "false",
                "spring.datasource.url", database.jdbcUrl(),
                "spring.datasource.username", database.access().app().username(),
                "spring.datasource.password", database.access().app().password(),
                "leadbraid.kafka", TestServers.kafka(),
                "leadbraid.public-url", "https://leads.example.com/",
                "leadbraid.secret-key", Base64.getEncoder().encodeToString(secretKey)));
        context = application.run();
    }

    private static void createTopics() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestServers.kafka()))) {
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
}
