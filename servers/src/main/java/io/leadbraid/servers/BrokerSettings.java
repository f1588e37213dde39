package io.leadbraid.servers;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Settings of a broker that has no peers, shares two cores with everything else, and must be back fast. */
final class BrokerSettings {
    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private static final Map<String, String> ALONE = Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("node.id", Integer.toString(NODE_ID)),
            Map.entry("controller.listener.names", CONTROLLER_LISTENER),
            Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
            Map.entry("inter.broker.listener.name", "PLAINTEXT"),
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("default.replication.factor", "1"),
            Map.entry("min.insync.replicas", "1"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("offsets.topic.num.partitions", "1"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("transaction.state.log.num.partitions", "1"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            Map.entry("share.coordinator.state.topic.num.partitions", "1"),
            Map.entry("broker.session.timeout.ms", "30000"),
            Map.entry("auto.leader.rebalance.enable", "false"));

    /** What a restart waits for: sessions, elections and transactions of the process that was killed. */
    private static final Map<String, String> BACK_FAST = Map.ofEntries(
            Map.entry("controller.quorum.election.timeout.ms", "200"),
            Map.entry("controller.quorum.election.backoff.max.ms", "100"),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            Map.entry("group.min.session.timeout.ms", "1000"),
            Map.entry("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000"),
            Map.entry("num.recovery.threads.per.data.dir", "2"));

    /** The active segment of each partition is read again after a kill, so segments are small; so are their indexes. */
    private static final Map<String, String> SMALL = Map.ofEntries(
            Map.entry("log.segment.bytes", Integer.toString(64 * 1024 * 1024)),
            Map.entry("log.index.size.max.bytes", Integer.toString(1024 * 1024)),
            Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(32 * 1024 * 1024)),
            Map.entry("num.network.threads", "2"),
            Map.entry("num.io.threads", "4"));

    private BrokerSettings() {}

    static Map<String, String> of(Path records, int port, int controllerPort, Map<String, String> overrides) {
        Map<String, String> settings = new HashMap<>();
        settings.putAll(ALONE);
        settings.putAll(BACK_FAST);
        settings.putAll(SMALL);
        settings.put("log.dirs", records.toString());
        settings.put("listeners", "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort));
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
        settings.putAll(overrides);
        return Map.copyOf(settings);
    }

    /** The same without the broker; what the controller has not heard of for a fifth of a second is dead. */
    static Map<String, String> ofControllerAlone(Map<String, String> settings, int controllerPort) {
        Map<String, String> alone = new HashMap<>(settings);
        alone.put("process.roles", "controller");
        alone.put("listeners", "CONTROLLER://127.0.0.1:" + controllerPort);
        alone.put("broker.session.timeout.ms", "200");
        alone.put("broker.heartbeat.interval.ms", "100");
        alone.remove("advertised.listeners");
        alone.remove("inter.broker.listener.name");
        return Map.copyOf(alone);
    }
}
