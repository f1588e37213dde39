package io.leadbraid.ingestion.quarantine;

import io.leadbraid.access.WorkspaceTransactions;
import io.leadbraid.ingestion.channel.ChannelRegistry;
import io.leadbraid.ingestion.channel.Connector;
import io.leadbraid.ingestion.channel.Reception;
import io.leadbraid.model.topic.Topics;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;

/** Payloads that nobody could read. */
@Configuration(proxyBeanMethods = false)
public class QuarantineConfiguration {

    private static final String GROUP = "leadbraid-quarantine";
    private static final int BATCH = 50;
    private static final int SESSION_MILLIS = 6_000;
    private static final long PAUSE_MILLIS = 1_000;

    @Bean
    QuarantineRows quarantineRows(WorkspaceTransactions transactions, JdbcClient jdbc) {
        return new QuarantineRows(transactions, jdbc);
    }

    @Bean
    Replaying replaying(
            QuarantineRows rows, ChannelRegistry channels, Reception reception, List<Connector> connectors) {
        return new Replaying(rows, channels, reception, connectors);
    }

    @Bean
    QuarantineController quarantineController(QuarantineRows rows, Replaying replaying) {
        return new QuarantineController(rows, replaying);
    }

    /** A database that is down is waited for: each batch is tried again until it is written. */
    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> quarantineKeeping(
            @Value("${leadbraid.kafka}") String bootstrapServers, QuarantineRows rows) {
        ContainerProperties properties = new ContainerProperties(Topics.QUARANTINE.name());
        properties.setGroupId(GROUP);
        properties.setMessageListener(new QuarantineKeeper(rows));
        ConcurrentMessageListenerContainer<byte[], byte[]> container = new ConcurrentMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<>(Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        BATCH,
                        ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                        SESSION_MILLIS,
                        ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                        ByteArrayDeserializer.class,
                        ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                        ByteArrayDeserializer.class)),
                properties);
        container.setBeanName("quarantine-keeping");
        container.setCommonErrorHandler(
                new DefaultErrorHandler(new FixedBackOff(PAUSE_MILLIS, FixedBackOff.UNLIMITED_ATTEMPTS)));
        return container;
    }
}
