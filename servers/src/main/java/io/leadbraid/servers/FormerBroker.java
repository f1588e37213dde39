package io.leadbraid.servers;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The broker that a kill ended, which the cluster still takes for the leader of every partition. Let in like that, its
 * successor ends the open transactions at once, loses its leaderships for a moment while it registers, and in that moment
 * skips the markers of these transactions: it takes a partition without leader for deleted ({@code
 * KRaftMetadataCache.getPartitionLeaderEndpoint}, Kafka 4.3.1). Such a partition is never readable again for consumers of
 * committed records. So the controller alone first declares the dead dead; then the broker begins without leaderships.
 */
final class FormerBroker {

    private static final Logger log = LoggerFactory.getLogger(FormerBroker.class);

    /** Kafka writes it into a folder of records when it has stopped in good order. */
    private static final String STOPPED_CLEANLY = ".kafka_cleanshutdown";

    /** A broker that never got as far as to register leads nothing; it is not waited for any longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration PAUSE = Duration.ofMillis(20);

    private FormerBroker() {}

    static boolean wasKilled(Path records) {
        return !Files.exists(records.resolve(STOPPED_CLEANLY));
    }

    /** @param settings as the broker will have them afterwards */
    static void declareDead(Map<String, String> settings, int controllerPort) throws JMException {
        KafkaConfig controllerAlone = new KafkaConfig(BrokerSettings.ofControllerAlone(settings, controllerPort));
        KafkaRaftServer controller = new KafkaRaftServer(controllerAlone, Time.SYSTEM);
        try {
            controller.startup();
            long begun = System.nanoTime();
            while (deadBrokers() == 0 && System.nanoTime() - begun < PATIENCE.toNanos()) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            log.atInfo()
                    .addKeyValue("dead", deadBrokers())
                    .addKeyValue(
                            "millis",
                            Duration.ofNanos(System.nanoTime() - begun).toMillis())
                    .log("A Kafka broker was killed before; its leaderships are taken away");
        } finally {
            controller.shutdown();
            controller.awaitShutdown();
        }
    }

    private static int deadBrokers() throws JMException {
        ObjectName count = new ObjectName("kafka.controller:type=KafkaController,name=FencedBrokerCount");
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        return beans.isRegistered(count) ? ((Number) beans.getAttribute(count, "Value")).intValue() : 0;
    }
}
