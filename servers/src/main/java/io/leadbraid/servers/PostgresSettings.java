package io.leadbraid.servers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Settings of a durable server on loopback that shares two cores with everything else. */
final class PostgresSettings {
    private static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

    private static final Map<String, String> LOOPBACK =
            Map.of("listen_addresses", "127.0.0.1", "unix_socket_directories", "", "max_connections", "100");

    private static final Map<String, String> SIZES = Map.of(
            "shared_buffers", "256MB",
            "effective_cache_size", "1GB",
            "max_wal_size", "2GB",
            "checkpoint_timeout", "10min",
            "random_page_cost", "1.1",
            "jit", "off",
            "timezone", "UTC");

    /** Failed statements go to the client, which knows what may be said; here they would put personal data on disk. */
    private static final Map<String, String> DISCREET_LOG = Map.of(
            "log_min_messages", "log",
            "log_min_error_statement", "panic",
            "log_error_verbosity", "terse",
            "log_statement", "none",
            "log_checkpoints", "off");

    private PostgresSettings() {}

    static List<String> options(int port, Map<String, String> overrides) {
        Map<String, String> settings = new HashMap<>();
        settings.putAll(DURABLE);
        settings.putAll(LOOPBACK);
        settings.putAll(SIZES);
        settings.putAll(DISCREET_LOG);
        settings.putAll(overrides);
        settings.put("port", Integer.toString(port));
        List<String> options = new ArrayList<>();
        settings.forEach((name, value) -> options.add("-c " + name + "=" + value));
        return options;
    }
}
