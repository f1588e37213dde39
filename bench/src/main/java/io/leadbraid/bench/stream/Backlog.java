package io.leadbraid.bench.stream;

import io.leadbraid.model.InboundContact;
import io.leadbraid.model.topic.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Puts records into {@code leadbraid.inbound} at once, so that they wait for whoever reads them. */
public final class Backlog implements AutoCloseable {

    private static final String TOPIC = Topics.INBOUND.name();

    private final KafkaProducer<byte[], byte[]> producer;
    private final Admin admin;

    public Backlog(String bootstrap) {
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        5,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        256 << 10),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap));
    }

    public int partitions() throws InterruptedException {
        return get(admin.describeTopics(Set.of(TOPIC)).allTopicNames()).values().stream()
                .mapToInt(description -> description.partitions().size())
                .sum();
    }

    /** All that lies in the topic now. */
    public Slice present() throws InterruptedException {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        for (int i = 0; i < partitions(); i++) {
            latest.put(new TopicPartition(TOPIC, i), OffsetSpec.latest());
        }
        Map<TopicPartition, Long> to = new HashMap<>();
        get(admin.listOffsets(latest).all()).forEach((partition, end) -> to.put(partition, end.offset()));
        return new Slice(Map.of(), to);
    }

    /** A record in bytes, made before the clock runs. */
    public record Ready(byte[] key, byte[] value) {

        public static List<Ready> of(List<InboundContact> contacts) {
            var keys = Topics.INBOUND.keys().serializer();
            var values = Topics.INBOUND.values().serializer();
            return contacts.stream()
                    .map(contact ->
                            new Ready(keys.serialize(TOPIC, contact.source()), values.serialize(TOPIC, contact)))
                    .toList();
        }
    }

    /** Returns when all are stored. Nobody else may write meanwhile. */
    public Slice write(List<Ready> records) throws InterruptedException {
        List<Future<RecordMetadata>> sent = new ArrayList<>(records.size());
        records.forEach(ready -> sent.add(producer.send(new ProducerRecord<>(TOPIC, ready.key(), ready.value()))));
        producer.flush();
        Map<TopicPartition, Long> from = new HashMap<>();
        Map<TopicPartition, Long> to = new HashMap<>();
        for (Future<RecordMetadata> stored : sent) {
            RecordMetadata place = get(stored);
            TopicPartition partition = new TopicPartition(place.topic(), place.partition());
            from.merge(partition, place.offset(), Math::min);
            to.merge(partition, place.offset() + 1, Math::max);
        }
        return new Slice(from, to);
    }

    private static <T> T get(Future<T> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("the broker refused", failure.getCause());
        }
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}
