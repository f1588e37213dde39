package io.leadbraid.merger;

import io.leadbraid.merger.consumption.Progress;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How this process's merger gets on. */
public final class MergerHealth {

    private final Map<String, Progress> byTopic;

    MergerHealth(Map<String, Progress> byTopic) {
        this.byTopic = Map.copyOf(byTopic);
    }

    /** When a batch was last written; empty until the first. */
    public Optional<Instant> lastCommit() {
        return byTopic.values().stream()
                .flatMap(progress -> progress.lastCommit().stream())
                .max(Comparator.naturalOrder());
    }

    /** Whether records wait because the database does not take them. Nothing is lost, and ingestion goes on. */
    public boolean waiting() {
        return byTopic.values().stream().anyMatch(Progress::waiting);
    }

    /** By topic, how many records lie behind the last batch, in the partitions of this process. */
    public Map<String, Long> lag() {
        Map<String, Long> lag = new TreeMap<>();
        byTopic.forEach((topic, progress) -> lag.put(topic, progress.lag()));
        return lag;
    }
}
