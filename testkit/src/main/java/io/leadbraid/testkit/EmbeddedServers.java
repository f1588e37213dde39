package io.leadbraid.testkit;

import io.leadbraid.servers.DataFolder;
import io.leadbraid.servers.DataFolderInUseException;
import io.leadbraid.servers.DatabaseAccess;
import io.leadbraid.servers.KafkaServer;
import io.leadbraid.servers.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Servers inside the test process, in {@code target} of the whole project. They are emptied at the end of each run but
 * keep the unpacked programs. Fsync is off: the power does not fail during these tests, and durability has tests of its own.
 */
final class EmbeddedServers implements Servers {
    private static final int FOLDERS = 10;

    private final DataFolder folder = firstFreeFolder();
    private final OnDemand<KafkaServer> kafka = new OnDemand<>(this::startKafka);
    private final OnDemand<PostgresServer> postgres = new OnDemand<>(() -> PostgresServer.start(
            folder, 0, Map.of("fsync", "off", "shared_buffers", "128MB", "max_connections", "300")));

    /** Without the topics of a run that was killed; its databases may stay, because their names never come again. */
    private KafkaServer startKafka() {
        folder.delete("kafka");
        return KafkaServer.start(folder, 0, Map.of());
    }

    private static DataFolder firstFreeFolder() {
        Path project = project(Path.of("").toAbsolutePath());
        return IntStream.rangeClosed(1, FOLDERS)
                .mapToObj(number -> open(project.resolve("target/test-servers-" + number)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(FOLDERS + " other test runs are at work in " + project));
    }

    /** The outermost folder with a Maven project around this one. */
    private static Path project(Path module) {
        Path around = module.getParent();
        return around != null && Files.exists(around.resolve("pom.xml")) ? project(around) : module;
    }

    private static Optional<DataFolder> open(Path path) {
        try {
            return Optional.of(DataFolder.open(path));
        } catch (DataFolderInUseException e) {
            return Optional.empty();
        }
    }

    @Override
    public String bootstrapServers() {
        return kafka.get().bootstrapServers();
    }

    @Override
    public DatabaseAccess createDatabase(String name) {
        try {
            return postgres.get().createDatabase(name);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create a test database", e);
        }
    }

    @Override
    public void close() {
        kafka.made().ifPresent(KafkaServer::close);
        postgres.made().ifPresent(PostgresServer::close);
        folder.delete("kafka");
        folder.delete("postgres/cluster");
        folder.close();
    }
}
