package io.leadbraid.merger.consumption;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchConsumerAwareMessageListener;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/**
 * Hands batches to the database, from where the database says. What Kafka remembers of offsets is only good for looking at lag:
 * a partition that comes to this consumer begins at its first record, and is set to its stored position before that is worked
 * on. Begun where Kafka says, a partition with nothing new would never be asked for what the last process left undone.
 */
final class TopicListener<V>
        implements BatchConsumerAwareMessageListener<byte[], byte[]>, ConsumerAwareRebalanceListener {

    private final BatchWriting<V> writing;
    private final Progress progress;

    TopicListener(BatchWriting<V> writing, Progress progress) {
        this.writing = writing;
        this.progress = progress;
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> records, @Nullable Consumer<?, ?> consumer) {
        handle(records, Objects.requireNonNull(consumer));
    }

    private void handle(List<ConsumerRecord<byte[], byte[]>> records, Consumer<?, ?> consumer) {
        try {
            Set<TopicPartition> unknown = unknown(records);
            write(records.stream()
                    .filter(one -> !unknown.contains(partition(one)))
                    .toList());
            resume(unknown, consumer);
            progress.committed(Instant.now());
        } catch (PositionMovedException moved) {
            resume(records.stream().map(TopicListener::partition).collect(Collectors.toSet()), consumer);
        } catch (RuntimeException failure) {
            progress.failed();
            throw failure;
        }
        consumer.assignment().forEach(partition -> lag(partition, consumer.currentLag(partition)));
    }

    private void write(List<ConsumerRecord<byte[], byte[]>> records) {
        if (!records.isEmpty()) {
            writing.write(records);
        }
    }

    private Set<TopicPartition> unknown(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream()
                .map(TopicListener::partition)
                .filter(partition -> !writing.knows(partition))
                .collect(Collectors.toSet());
    }

    private void resume(Set<TopicPartition> partitions, Consumer<?, ?> consumer) {
        for (TopicPartition partition : partitions) {
            if (!consumer.assignment().contains(partition)) {
                writing.forget(partition);
                continue;
            }
            long position = writing.resume(partition);
            if (position == Consumed.NOTHING) {
                consumer.seekToBeginning(Set.of(partition));
            } else {
                consumer.seek(partition, position);
            }
        }
    }

    private void lag(TopicPartition partition, OptionalLong lag) {
        lag.ifPresent(records -> progress.lag(partition.partition(), records));
    }

    private static TopicPartition partition(ConsumerRecord<byte[], byte[]> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        partitions.forEach(writing::forget);
        consumer.seekToBeginning(partitions);
    }

    @Override
    public void onPartitionsRevokedAfterCommit(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        leave(partitions);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        leave(partitions);
    }

    private void leave(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> {
            writing.forget(partition);
            progress.left(partition.partition());
        });
    }
}
