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

/** Work that is done again and again. A database that is down is waited for. */
public final class Periodic implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Periodic.class);

    private final String name;
    private final Duration every;
    private final Runnable work;
    private final boolean awaited;
    private final ScheduledExecutorService thread;
    private volatile boolean running;

    /**
     * Done also before the start is over, and once more at the end.
     *
     * @param name what the work is, for threads and logs
     */
    public Periodic(String name, Duration every, Runnable work) {
        this(name, every, work, true);
    }

    /** Of which neither start nor end waits: what it needs may be far away. */
    public static Periodic inBackground(String name, Duration every, Runnable work) {
        return new Periodic(name, every, work, false);
    }

    private Periodic(String name, Duration every, Runnable work, boolean awaited) {
        this.name = name;
        this.every = every;
        this.work = work;
        this.awaited = awaited;
        this.thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    @Override
    public void start() {
        running = true;
        if (awaited) {
            unlessDown();
        }
        var unused = thread.scheduleWithFixedDelay(
                this::unlessBroken, awaited ? every.toMillis() : 0, every.toMillis(), TimeUnit.MILLISECONDS);
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
        if (awaited) {
            unlessDown();
        }
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
