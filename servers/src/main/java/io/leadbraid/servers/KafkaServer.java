package io.leadbraid.servers;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Kafka broker (KRaft, broker and controller in one) inside this process. One per process: Kafka's own way out,
 * {@code Exit}, is static, and the last one started gets its reports.
 */
public final class KafkaServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(KafkaServer.class);

    private final KafkaRaftServer broker;
    private final int port;
    private final CompletableFuture<String> failure;

    private KafkaServer(KafkaRaftServer broker, int port, CompletableFuture<String> failure) {
        this.broker = broker;
        this.port = port;
        this.failure = failure;
    }

    /**
     * Starts the broker and returns when it serves.
     *
     * @param folder where records live; formatted at the first start
     * @param wantedPort 0 for the port of the last start, or any free one at the first
     * @param overrides broker settings that win over the built-in ones
     * @throws ServerFailedException if it does not start
     */
    public static KafkaServer start(DataFolder folder, int wantedPort, Map<String, String> overrides) {
        Path records = folder.folder("kafka");
        int port = folder.ports().claim("kafka", wantedPort);
        int controllerPort = folder.ports().claim("kafka-controller", 0);
        CompletableFuture<String> failure = new CompletableFuture<>();
        BrokerExit.reportTo(failure);
        try {
            Map<String, String> settings = BrokerSettings.of(records, port, controllerPort, overrides);
            if (isNew(records)) {
                format(records);
            } else if (FormerBroker.wasKilled(records)) {
                FormerBroker.declareDead(settings, controllerPort);
            }
            KafkaRaftServer broker = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
            startOrStop(broker);
            log.atInfo().addKeyValue("port", port).log("Kafka broker started");
            return new KafkaServer(broker, port, failure);
        } catch (Exception | BrokerExit.BrokerGaveUp e) {
            throw new ServerFailedException(
                    "The Kafka broker did not start in " + records + ": "
                            + failure.getNow(rootCause(e).toString()),
                    e);
        } finally {
            folder.ports().release(port);
            folder.ports().release(controllerPort);
        }
    }

    private static boolean isNew(Path records) {
        return !Files.exists(records.resolve("meta.properties"));
    }

    private static void format(Path records) throws Exception {
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(BrokerSettings.NODE_ID)
                .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
                .addDirectory(records.toString())
                .setMetadataLogDirectory(records.toString())
                .run();
    }

    private static void startOrStop(KafkaRaftServer broker) {
        try {
            broker.startup();
        } catch (RuntimeException | Error e) {
            broker.shutdown();
            throw e;
        }
    }

    private static Throwable rootCause(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure : rootCause(cause);
    }

    /** Address for {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    /**
     * Completes with a sentence when the broker gives up while it runs, for example because the disk fails. A broker on
     * its own would then end the process without a word; here the owner decides. Never completes on {@link #close()}.
     */
    public CompletionStage<String> failure() {
        return failure.minimalCompletionStage();
    }

    /** Stops cleanly: all records are flushed, the next start needs no recovery. */
    @Override
    public void close() {
        broker.shutdown();
        broker.awaitShutdown();
        log.atInfo().addKeyValue("port", port).log("Kafka broker stopped");
    }
}
