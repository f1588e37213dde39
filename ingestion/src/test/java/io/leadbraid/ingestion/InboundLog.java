package io.leadbraid.ingestion;

import io.leadbraid.model.InboundContact;
import io.leadbraid.model.WorkspaceId;
import io.leadbraid.model.topic.Topics;
import io.leadbraid.testkit.TestServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What is in {@code leadbraid.inbound} now. */
public final class InboundLog {

    private InboundLog() {}

    public static List<InboundContact> of(WorkspaceId workspace) {
        return records().stream()
                .map(InboundLog::contact)
                .filter(contact -> contact.workspace().equals(workspace))
                .toList();
    }

    public static InboundContact contact(ConsumerRecord<byte[], byte[]> record) {
        return Topics.INBOUND.values().deserializer().deserialize(record.topic(), record.value());
    }

    public static List<ConsumerRecord<byte[], byte[]>> records() {
        return records(TestServers.kafka());
    }

    public static List<ConsumerRecord<byte[], byte[]>> records(String kafka) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", kafka,
                "key.deserializer", ByteArrayDeserializer.class,
                "value.deserializer", ByteArrayDeserializer.class);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.INBOUND.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }
}
