package io.leadbraid.model.topic;

import io.leadbraid.model.OfWorkspace;
import io.leadbraid.model.WorkspaceId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** All records of a workspace lie in one partition, so that one task sees its whole graph, in order. */
public final class ByWorkspace<K extends OfWorkspace, V> implements StreamPartitioner<K, V> {

    public static int partition(WorkspaceId workspace, int partitions) {
        byte[] bytes = workspace.toString().getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(bytes)) % partitions;
    }

    @Override
    public Optional<Set<Integer>> partitions(String topic, K key, V value, int partitions) {
        return Optional.of(Set.of(partition(key.workspace(), partitions)));
    }
}
