package io.leadbraid.resolver;

import io.leadbraid.resolver.ResolverHealth.Vitals;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** A Streams application that starts and stops with the Spring context; each start is a new run. */
public final class StreamsApp implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(StreamsApp.class);

    private final String application;
    private final Topology topology;
    private final Properties settings;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Counter replacedThreads;
    private final AtomicReference<Optional<StreamsRun>> run = new AtomicReference<>(Optional.empty());

    StreamsApp(Topology topology, Properties settings, MeterRegistry meters, Clock clock) {
        this.application = settings.getProperty(StreamsConfig.APPLICATION_ID_CONFIG);
        this.topology = topology;
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
        this.replacedThreads = Counter.builder("leadbraid.resolver.replaced.threads")
                .description("Stream threads that died of an error and were replaced")
                .tag("application", application)
                .register(meters);
    }

    @Override
    public void start() {
        run.updateAndGet(current ->
                current.or(() -> Optional.of(StreamsRun.started(topology, settings, meters, clock, this::threadDied))));
    }

    @Override
    public void stop() {
        run.getAndSet(Optional.empty()).ifPresent(StreamsRun::close);
    }

    @Override
    public boolean isRunning() {
        return run.get().isPresent();
    }

    /** After the topics are there and before anything that reads profiles. */
    @Override
    public int getPhase() {
        return 0;
    }

    public Vitals vitals() {
        long replaced = (long) replacedThreads.count();
        return run.get()
                .map(current -> current.vitals(application, replaced))
                .orElseGet(() -> new Vitals(application, "STOPPED", false, 0, 0, Optional.empty(), replaced));
    }

    private void threadDied(Throwable error) {
        replacedThreads.increment();
        LOG.atError()
                .addKeyValue("application", application)
                .addKeyValue("error", error.getClass().getName())
                .setCause(error)
                .log("A stream thread died and is replaced");
    }
}
