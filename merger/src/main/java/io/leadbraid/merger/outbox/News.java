package io.leadbraid.merger.outbox;

import io.leadbraid.model.WorkspaceId;
import io.leadbraid.model.topic.Topic;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** What waits in the database to be told on one topic, in buckets and within a bucket in order. */
public interface News<K, V> {

    Topic<K, V> topic();

    /** Where something waits. Asked outside of any workspace. */
    List<WorkspaceId> workspaces();

    /** The next that wait in the bucket, at most so many. Within a transaction that sees the workspace. */
    Batch<K, V> next(WorkspaceId workspace, int bucket, int most);

    /** In which of the topic's partitions a workspace's records lie; empty where their keys say it. */
    OptionalInt partition(WorkspaceId workspace, int partitions);

    /**
     * @param taken how many waited; fewer than asked for are the last
     * @param told what is to be sent, in this order
     * @param forget takes them away once they are sent; within a transaction that sees the workspace
     */
    record Batch<K, V>(int taken, List<Map.Entry<K, V>> told, Runnable forget) {

        public Batch {
            told = List.copyOf(told);
        }
    }
}
