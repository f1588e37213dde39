package io.leadbraid.testkit;

import java.util.Locale;
import java.util.UUID;

/**
 * One Kafka broker and one PostgreSQL server for each test process, started when first asked for and stopped at its end. In
 * containers where a Docker engine answers, else inside the process: the system property {@code containers} says
 * {@code auto} (as above), {@code required} or {@code never}.
 */
public final class TestServers {
    private TestServers() {}

    /** Address for {@code bootstrap.servers}. All tests of the process share the broker, so they choose their own topics. */
    public static String kafka() {
        return Started.SERVERS.bootstrapServers();
    }

    /** A new, empty database of its own. Close it to close its connections. */
    public static TestDatabase database() {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        return TestDatabase.at(Started.SERVERS.createDatabase(name));
    }

    static Servers choose(String containers, boolean engineAnswers) {
        return switch (containers.toLowerCase(Locale.ROOT)) {
            case "auto" -> engineAnswers ? new ContainerServers() : new EmbeddedServers();
            case "never" -> new EmbeddedServers();
            case "required" -> {
                if (!engineAnswers) {
                    throw new IllegalStateException(
                            "The tests were asked to use containers (containers=required), but no Docker engine answers");
                }
                yield new ContainerServers();
            }
            default ->
                throw new IllegalArgumentException("containers is one of auto, required, never; it was " + containers);
        };
    }

    /** Started by the class loader: once, and only if a test asks. */
    private static final class Started {
        private static final Servers SERVERS = start();

        private static Servers start() {
            String containers = System.getProperty("containers", "auto");
            Servers servers = choose(containers, !containers.equals("never") && ContainerServers.engineAnswers());
            Runtime.getRuntime().addShutdownHook(new Thread(servers::close, "stop-test-servers"));
            return servers;
        }
    }
}
