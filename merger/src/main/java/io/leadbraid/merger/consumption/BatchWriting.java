package io.leadbraid.merger.consumption;

import io.leadbraid.access.WorkspaceTransactions;
import io.leadbraid.model.WorkspaceId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * Writes batches: what the records do and how far they reach is one transaction. A record that fails deterministically is
 * found by halving the batch, and set aside.
 */
final class BatchWriting<V> {

    private static final int ATTEMPTS = 5;

    private final Subscription<V> subscription;
    private final WorkspaceTransactions transactions;
    private final Consumed consumed;
    private final DeadLetterRows deadLetters;
    private final Map<TopicPartition, Long> positions = new ConcurrentHashMap<>();

    BatchWriting(
            Subscription<V> subscription,
            WorkspaceTransactions transactions,
            Consumed consumed,
            DeadLetterRows deadLetters) {
        this.subscription = subscription;
        this.transactions = transactions;
        this.consumed = consumed;
        this.deadLetters = deadLetters;
    }

    boolean knows(TopicPartition partition) {
        return positions.containsKey(partition);
    }

    void forget(TopicPartition partition) {
        positions.remove(partition);
    }

    /** Where to go on; this partition's records must come from there. */
    long resume(TopicPartition partition) {
        long position = consumed.position(partition);
        positions.put(partition, position);
        return position;
    }

    /** @throws PositionMovedException when the records do not follow what is stored */
    void write(List<ConsumerRecord<byte[], byte[]>> records) {
        try {
            writeAgainWhenDisturbed(records);
        } catch (RuntimeException failure) {
            if (!Failures.isDeterministic(failure)) {
                throw failure;
            }
            setAside(records, failure);
        }
    }

    private void setAside(List<ConsumerRecord<byte[], byte[]>> records, RuntimeException failure) {
        if (records.size() > 1) {
            int half = records.size() / 2;
            write(records.subList(0, half));
            write(records.subList(half, records.size()));
        } else {
            inTransaction(records, () -> deadLetters.store(records.getFirst(), Failures.describe(failure)));
        }
    }

    private void writeAgainWhenDisturbed(List<ConsumerRecord<byte[], byte[]>> records) {
        for (int attempt = 1; ; attempt++) {
            try {
                inTransaction(records, () -> apply(records));
                return;
            } catch (ConcurrencyFailureException disturbed) {
                if (attempt == ATTEMPTS) {
                    throw disturbed;
                }
            }
        }
    }

    private void inTransaction(List<ConsumerRecord<byte[], byte[]>> records, Runnable work) {
        Map<Integer, Consumed.Step> steps = steps(records);
        transactions.inTransaction(() -> {
            consumed.move(subscription.topic().name(), steps);
            work.run();
            return true;
        });
        steps.forEach((partition, step) ->
                positions.put(new TopicPartition(subscription.topic().name(), partition), step.to()));
    }

    private Map<Integer, Consumed.Step> steps(List<ConsumerRecord<byte[], byte[]>> records) {
        Map<Integer, Consumed.Step> steps = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> one : records) {
            Long from = positions.get(new TopicPartition(one.topic(), one.partition()));
            if (from == null) {
                throw new PositionMovedException(new TopicPartition(one.topic(), one.partition()));
            }
            steps.put(one.partition(), new Consumed.Step(from, one.offset() + 1));
        }
        return steps;
    }

    /** Workspaces in a fixed order, so that transactions that lock rows in several of them do not wait for each other. */
    private void apply(List<ConsumerRecord<byte[], byte[]>> records) {
        Map<WorkspaceId, List<V>> readable = new TreeMap<>(Comparator.comparing(WorkspaceId::toString));
        Map<ConsumerRecord<byte[], byte[]>, String> unreadable = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> one : records) {
            try {
                subscription
                        .read(one.value())
                        .ifPresent(read -> readable.computeIfAbsent(read.workspace(), first -> new ArrayList<>())
                                .add(read.value()));
            } catch (RuntimeException failure) {
                unreadable.put(one, Failures.describe(failure));
            }
        }
        readable.forEach((workspace, values) -> {
            transactions.enter(workspace);
            subscription.work().apply(workspace, values);
        });
        unreadable.forEach(deadLetters::store);
    }
}
