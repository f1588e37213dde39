package io.leadbraid.resolver;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How the resolver's applications are doing. */
public interface ResolverHealth {

    List<Vitals> vitals();

    /**
     * One application.
     *
     * @param state as {@link org.apache.kafka.streams.KafkaStreams.State} names it, or {@code STOPPED}
     * @param alive whether it works, or is on its way to
     * @param restoring stores that are being read again from Kafka
     * @param lag records that wait to be read
     * @param lastCommit when a call of {@code vitals} first saw the latest commit; absent before the first
     * @param replacedThreads threads that died of an error and were replaced since the start
     */
    record Vitals(
            String application,
            String state,
            boolean alive,
            int restoring,
            long lag,
            Optional<Instant> lastCommit,
            long replacedThreads) {}
}
