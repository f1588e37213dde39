package io.leadbraid.testkit;

import io.leadbraid.servers.DatabaseAccess;

/** Where the test servers run. Each server starts when it is first asked for. */
sealed interface Servers extends AutoCloseable permits ContainerServers, EmbeddedServers {
    String bootstrapServers();

    DatabaseAccess createDatabase(String name);

    @Override
    void close();
}
