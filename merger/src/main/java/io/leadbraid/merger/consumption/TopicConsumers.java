package io.leadbraid.merger.consumption;

import io.leadbraid.access.WorkspaceTransactions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.MicrometerConsumerListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** Makes the consumers of topics. */
public final class TopicConsumers {

    private static final String GROUPS = "leadbraid-merger-";
    private static final Duration SESSION = Duration.ofSeconds(6);
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final double GROWTH = 2;

    private final String bootstrapServers;
    private final String instance;
    private final int batch;
    private final WorkspaceTransactions transactions;
    private final JdbcClient jdbc;
    private final MeterRegistry meters;

    /** @param instance keeps this process its partitions while it restarts, by static membership */
    public TopicConsumers(
            String bootstrapServers,
            String instance,
            int batch,
            WorkspaceTransactions transactions,
            JdbcClient jdbc,
            MeterRegistry meters) {
        this.bootstrapServers = bootstrapServers;
        this.instance = instance;
        this.batch = batch;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.meters = meters;
    }

    /** A consumer that is not started yet. */
    public <V> ConcurrentMessageListenerContainer<byte[], byte[]> consumer(
            Subscription<V> subscription, int threads, Progress progress) {
        BatchWriting<V> writing = new BatchWriting<>(
                subscription, transactions, new Consumed(jdbc), new DeadLetterRows(transactions, jdbc, meters));
        TopicListener<V> listener = new TopicListener<>(writing, progress);
        ContainerProperties properties =
                new ContainerProperties(subscription.topic().name());
        properties.setGroupId(GROUPS + subscription.topic().name());
        properties.setClientId(GROUPS + subscription.topic().name());
        properties.setMessageListener(listener);
        properties.setConsumerRebalanceListener(listener);
        properties.setAckMode(ContainerProperties.AckMode.BATCH);
        properties.setSyncCommits(false);
        var consumers = new ConcurrentMessageListenerContainer<>(factory(), properties);
        consumers.setBeanName(subscription.topic().name());
        consumers.setConcurrency(threads);
        consumers.setCommonErrorHandler(patience());
        return consumers;
    }

    private DefaultKafkaConsumerFactory<byte[], byte[]> factory() {
        Map<String, Object> config = new HashMap<>(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                batch,
                ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
                1,
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                (int) SESSION.toMillis(),
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                (int) HEARTBEAT.toMillis()));
        config.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, instance);
        var factory =
                new DefaultKafkaConsumerFactory<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        factory.addListener(new MicrometerConsumerListener<>(meters));
        return factory;
    }

    /** Whatever reaches this is not the records' fault: they are tried again until it is over. */
    private static DefaultErrorHandler patience() {
        ExponentialBackOff pauses = new ExponentialBackOff(FIRST_PAUSE.toMillis(), GROWTH);
        pauses.setMaxInterval(LONGEST_PAUSE.toMillis());
        DefaultErrorHandler handler = new DefaultErrorHandler(pauses);
        handler.setClassifications(Map.of(), true);
        return handler;
    }
}
