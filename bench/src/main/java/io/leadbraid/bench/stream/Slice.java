package io.leadbraid.bench.stream;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * A stretch of {@code leadbraid.inbound} that several readers are measured on.
 *
 * @param from first offset by partition
 * @param to the offset after the last by partition
 */
public record Slice(Map<TopicPartition, Long> from, Map<TopicPartition, Long> to) {

    public Slice {
        from = Map.copyOf(from);
        to = Map.copyOf(to);
    }

    public int events() {
        return to.entrySet().stream()
                .mapToInt(end -> (int) (end.getValue() - from.getOrDefault(end.getKey(), 0L)))
                .sum();
    }
}
