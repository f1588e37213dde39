package io.leadbraid.ingestion.intake;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Work on the database that is done at the start, again and again, and once more at the end. A database that is down is
 * waited for.
 */
public final class Periodic implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Periodic.class);

    private final String name;
    private final Duration every;
    private final Runnable work;
    private final ScheduledExecutorService thread;
    private volatile boolean running;

    /** @param name what the work is, for threads and logs */
    public Periodic(String name, Duration every, Runnable work) {
        this.name = name;
        this.every = every;
        this.work = work;
        this.thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    @Override
    public void start() {
        running = true;
        unlessDown();
        var unused = thread.scheduleWithFixedDelay(
                this::unlessBroken, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** An exception would end the schedule in silence. */
    private void unlessBroken() {
        try {
            unlessDown();
        } catch (RuntimeException bug) {
            LOG.atError().addKeyValue("work", name).setCause(bug).log("work failed");
        }
    }

    private void unlessDown() {
        try {
            work.run();
        } catch (DataAccessException | TransactionException down) {
            LOG.atWarn()
                    .addKeyValue("work", name)
                    .addKeyValue("cause", down.getClass().getSimpleName())
                    .log("work waits for the database");
        }
    }

    @Override
    public void stop() {
        thread.shutdownNow();
        unlessDown();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Starts before the web server does, and stops after it. */
    @Override
    public int getPhase() {
        return 0;
    }
}
