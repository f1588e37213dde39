package io.leadbraid.ingestion.channel;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Keeps the registry fresh, and writes the activity of channels. A database that is down is waited for. */
final class ChannelUpkeep implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelUpkeep.class);
    private static final Duration ACTIVITY = Duration.ofSeconds(15);

    private final ChannelRegistry registry;
    private final ChannelActivity activity;
    private final Duration fresh;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("channel-upkeep").factory());
    private volatile boolean running;

    ChannelUpkeep(ChannelRegistry registry, ChannelActivity activity, Duration fresh) {
        this.registry = registry;
        this.activity = activity;
        this.fresh = fresh;
    }

    @Override
    public void start() {
        running = true;
        unlessDown(registry::refresh);
        repeat(registry::refresh, fresh);
        repeat(activity::write, ACTIVITY);
    }

    private void repeat(Runnable work, Duration every) {
        var unused = thread.scheduleWithFixedDelay(
                () -> unlessDown(work), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void unlessDown(Runnable work) {
        try {
            work.run();
        } catch (DataAccessException | TransactionException down) {
            LOG.atWarn().addKeyValue("cause", down.getClass().getSimpleName()).log("channels wait for the database");
        }
    }

    @Override
    public void stop() {
        thread.shutdownNow();
        unlessDown(activity::write);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server starts, and after it has stopped. */
    @Override
    public int getPhase() {
        return 0;
    }
}
