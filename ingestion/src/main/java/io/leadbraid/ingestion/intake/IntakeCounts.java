package io.leadbraid.ingestion.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The counter {@code leadbraid.inbound} by channel and outcome. Bots' own channels count as {@code push}: their names are free. */
public final class IntakeCounts {

    public static final String PUSH = "push";

    private record Key(String channel, Outcome outcome) {}

    private final Map<Key, Counter> counters = new ConcurrentHashMap<>();
    private final MeterRegistry meters;

    IntakeCounts(MeterRegistry meters) {
        this.meters = meters;
    }

    public void count(String channel, Outcome outcome) {
        counters.computeIfAbsent(new Key(channel, outcome), this::counter).increment();
    }

    private Counter counter(Key key) {
        return Counter.builder("leadbraid.inbound")
                .description("What came in, by channel and what became of it")
                .tag("channel", key.channel)
                .tag("outcome", key.outcome.label())
                .register(meters);
    }
}
