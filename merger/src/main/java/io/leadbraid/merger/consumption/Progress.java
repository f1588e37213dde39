package io.leadbraid.merger.consumption;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** How this process gets on with a topic. */
public final class Progress {

    private final AtomicReference<Optional<Instant>> lastCommit = new AtomicReference<>(Optional.empty());
    private final Map<Integer, Long> lags = new ConcurrentHashMap<>();
    private volatile boolean waiting;

    /** When a batch was last written. */
    public Optional<Instant> lastCommit() {
        return lastCommit.get();
    }

    /** Whether records wait because the database does not take them. */
    public boolean waiting() {
        return waiting;
    }

    /** How many records lie behind the last batch, in the partitions of this process. */
    public long lag() {
        return lags.values().stream().mapToLong(Long::longValue).sum();
    }

    void committed(Instant now) {
        lastCommit.set(Optional.of(now));
        waiting = false;
    }

    void failed() {
        waiting = true;
    }

    void lag(int partition, long records) {
        lags.put(partition, records);
    }

    void left(int partition) {
        lags.remove(partition);
    }
}
