package io.leadbraid.resolver;

import io.leadbraid.resolver.ResolverHealth.Vitals;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;

/** One run of a Streams application, from its start to its close. */
final class StreamsRun {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private record Commits(double total, Optional<Instant> seen) {}

    private final KafkaStreams streams;
    private final KafkaStreamsMetrics metrics;
    private final Restoring restoring;
    private final Clock clock;
    private final AtomicReference<Commits> commits = new AtomicReference<>(new Commits(0, Optional.empty()));

    private StreamsRun(KafkaStreams streams, Restoring restoring, Clock clock) {
        this.streams = streams;
        this.metrics = new KafkaStreamsMetrics(streams);
        this.restoring = restoring;
        this.clock = clock;
    }

    static StreamsRun started(
            Topology topology, Properties settings, MeterRegistry meters, Clock clock, Consumer<Throwable> threadDied) {
        KafkaStreams streams = new KafkaStreams(topology, settings);
        Restoring restoring = new Restoring();
        streams.setGlobalStateRestoreListener(restoring);
        streams.setUncaughtExceptionHandler(error -> {
            threadDied.accept(error);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
        StreamsRun run = new StreamsRun(streams, restoring, clock);
        run.metrics.bindTo(meters);
        streams.start();
        return run;
    }

    void close() {
        metrics.close();
        streams.close(PATIENCE);
    }

    Vitals vitals(String application, long replacedThreads) {
        KafkaStreams.State state = streams.state();
        return new Vitals(
                application,
                state.name(),
                state.isRunningOrRebalancing() || state == KafkaStreams.State.CREATED,
                restoring.stores(),
                (long) sum("consumer-fetch-manager-metrics", "records-lag"),
                lastCommit(),
                replacedThreads);
    }

    private Optional<Instant> lastCommit() {
        double total = sum("stream-thread-metrics", "commit-total");
        return commits.updateAndGet(
                        before -> total > before.total() ? new Commits(total, Optional.of(clock.instant())) : before)
                .seen();
    }

    private double sum(String group, String name) {
        return streams.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().group().equals(group)
                        && metric.getKey().name().equals(name)
                        && !metric.getKey().tags().getOrDefault("client-id", "").contains("restore"))
                .mapToDouble(metric -> ((Number) metric.getValue().metricValue()).doubleValue())
                .filter(Double::isFinite)
                .sum();
    }
}
