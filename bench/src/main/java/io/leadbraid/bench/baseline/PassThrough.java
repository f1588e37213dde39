package io.leadbraid.bench.baseline;

import io.leadbraid.bench.stream.Slice;
import io.leadbraid.model.topic.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;

/**
 * The least that a Kafka Streams application can do with the same records: read with the same serdes, write with the
 * same serdes, under exactly-once with the same commit interval. What it reaches is the ceiling of the machine.
 */
public final class PassThrough implements AutoCloseable {

    private static final String OUTPUT = "bench.passed-on";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final double NANOS_PER_SECOND = 1e9;

    private final Admin admin;
    private final String bootstrap;
    private final Path state;
    private final Duration commit;
    private final int threads;
    private int runs;

    public PassThrough(String bootstrap, Path state, Duration commit, int threads) {
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap));
        this.bootstrap = bootstrap;
        this.state = state;
        this.commit = commit;
        this.threads = threads;
    }

    public void createTopic(int partitions) throws InterruptedException, ExecutionException {
        admin.createTopics(Set.of(new NewTopic(OUTPUT, Optional.of(partitions), Optional.empty())))
                .all()
                .get();
    }

    /** Seconds from the first event of the slice to the last; starting the application is not counted. */
    public double run(Slice slice) throws InterruptedException, ExecutionException {
        String application = "bench-pass-through-" + runs++;
        beginAt(application, slice.from());
        int events = slice.events();
        AtomicInteger passed = new AtomicInteger();
        AtomicLong first = new AtomicLong();
        AtomicLong last = new AtomicLong();
        CountDownLatch all = new CountDownLatch(1);
        Topology topology = topology(() -> {
            int count = passed.incrementAndGet();
            if (count == 1) {
                first.set(System.nanoTime());
            }
            if (count == events) {
                last.set(System.nanoTime());
                all.countDown();
            }
        });
        try (KafkaStreams streams = new KafkaStreams(topology, settings(application))) {
            streams.start();
            if (!all.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("passed on only " + passed.get() + " of " + events);
            }
        }
        admin.deleteConsumerGroups(List.of(application));
        return (last.get() - first.get()) / NANOS_PER_SECOND;
    }

    private void beginAt(String group, Map<TopicPartition, Long> offsets)
            throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetAndMetadata> begin = new HashMap<>();
        offsets.forEach((partition, offset) -> begin.put(partition, new OffsetAndMetadata(offset)));
        admin.alterConsumerGroupOffsets(group, begin).all().get();
    }

    private static Topology topology(Runnable counter) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(
                        Topics.INBOUND.name(),
                        Consumed.with(Topics.INBOUND.keys(), Topics.INBOUND.values())
                                .withName("read-inbound"))
                .peek((source, contact) -> counter.run())
                .to(
                        OUTPUT,
                        Produced.with(Topics.INBOUND.keys(), Topics.INBOUND.values())
                                .withName("write-unchanged"));
        return builder.build();
    }

    private Properties settings(String application) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, commit.toMillis());
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
        return settings;
    }

    @Override
    public void close() {
        admin.close();
    }
}
