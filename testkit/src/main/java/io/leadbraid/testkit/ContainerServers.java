package io.leadbraid.testkit;

import io.leadbraid.servers.DatabaseAccess;
import io.leadbraid.servers.DatabaseSetup;
import io.leadbraid.servers.Login;
import java.sql.SQLException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Servers in containers, for machines with a Docker engine. */
final class ContainerServers implements Servers {
    private static final String KAFKA = "apache/kafka:4.3.1";
    private static final String POSTGRES = "postgres:18";
    private static final String LOCALE = "--locale=C --locale-provider=builtin --builtin-locale=C.UTF-8";

    private final OnDemand<KafkaContainer> kafka = new OnDemand<>(ContainerServers::startKafka);
    private final OnDemand<PostgreSQLContainer> postgres = new OnDemand<>(ContainerServers::startPostgres);
    private final OnDemand<DatabaseSetup> setup = new OnDemand<>(this::prepare);

    static boolean engineAnswers() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    private static KafkaContainer startKafka() {
        KafkaContainer container = new KafkaContainer(KAFKA).withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        container.start();
        return container;
    }

    private static PostgreSQLContainer startPostgres() {
        PostgreSQLContainer container = new PostgreSQLContainer(POSTGRES).withEnv("POSTGRES_INITDB_ARGS", LOCALE);
        container.start();
        return container;
    }

    private DatabaseSetup prepare() throws SQLException {
        PostgreSQLContainer server = postgres.get();
        String url = server.getJdbcUrl();
        DatabaseSetup prepared = new DatabaseSetup(
                url.substring(0, url.lastIndexOf('/') + 1),
                new Login(server.getUsername(), server.getPassword()),
                Login.random(DatabaseSetup.OWNER),
                Login.random(DatabaseSetup.APP));
        prepared.createRoles();
        return prepared;
    }

    @Override
    public String bootstrapServers() {
        return kafka.get().getBootstrapServers();
    }

    @Override
    public DatabaseAccess createDatabase(String name) {
        try {
            return setup.get().createDatabase(name);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create a test database", e);
        }
    }

    @Override
    public void close() {
        kafka.made().ifPresent(KafkaContainer::stop);
        postgres.made().ifPresent(PostgreSQLContainer::stop);
    }
}
