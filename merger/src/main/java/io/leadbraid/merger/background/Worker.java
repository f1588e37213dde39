package io.leadbraid.merger.background;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * A thread that works whenever it is signalled, and at least once in a while. Work that fails is tried again at the next turn:
 * it stands in the database.
 */
public final class Worker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final Duration IDLE = Duration.ofSeconds(1);

    private final String name;
    private final Duration breath;
    private final Signal signal;
    private final Runnable work;
    private final Counter failures;
    private volatile boolean running;
    private volatile Thread thread = Thread.ofPlatform().unstarted(() -> {});

    /** @param breath how long it rests between two turns, so that work which comes in drops is done by the handful */
    public Worker(String name, Duration breath, Signal signal, MeterRegistry meters, Runnable work) {
        this.name = name;
        this.breath = breath;
        this.signal = signal;
        this.work = work;
        this.failures = meters.counter("leadbraid.background.failures", "worker", name);
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name(name).start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        signal.raise();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        try {
            while (running) {
                turn();
                Thread.sleep(breath);
                signal.await(IDLE);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void turn() {
        try {
            work.run();
        } catch (RuntimeException failure) {
            failures.increment();
            LOG.atWarn()
                    .addKeyValue("worker", name)
                    .setCause(failure)
                    .log("background work failed, will be tried again");
        }
    }
}
