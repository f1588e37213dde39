package io.leadbraid.resolver;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** The stores that are being read again from Kafka. */
final class Restoring implements StateRestoreListener {

    private final Set<TopicPartition> open = ConcurrentHashMap.newKeySet();

    int stores() {
        return open.size();
    }

    @Override
    public void onRestoreStart(TopicPartition changelog, String store, long from, long to) {
        open.add(changelog);
    }

    @Override
    public void onBatchRestored(TopicPartition changelog, String store, long to, long records) {}

    @Override
    public void onRestoreEnd(TopicPartition changelog, String store, long records) {
        open.remove(changelog);
    }

    @Override
    public void onRestoreSuspended(TopicPartition changelog, String store, long records) {
        open.remove(changelog);
    }
}
