package io.leadbraid.merger.background;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Says within this process that there is something to do. Only a hint: whoever waits looks for himself now and then, since
 * another process may have made the work.
 */
public final class Signal {

    private final Semaphore raised = new Semaphore(0);

    /** Raises the signal when the open transaction has committed, because nobody sees its work before. */
    public void raiseAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                raised.release();
            }
        });
    }

    void raise() {
        raised.release();
    }

    /** Returns when the signal is raised or the time is over. */
    void await(Duration most) throws InterruptedException {
        if (raised.tryAcquire(most.toNanos(), TimeUnit.NANOSECONDS)) {
            raised.drainPermits();
        }
    }
}
