package io.leadbraid.ingestion.intake;

import io.leadbraid.ingestion.spool.Spool;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Sends each record to Kafka or into the spool. The way is changed behind a closed door: what is on the old way is put at
 * its place first, and nobody passes meanwhile. The direct way knows no lock.
 */
final class Gate {

    /** Brings the rest of the spool to Kafka. */
    @FunctionalInterface
    interface Delivery {

        boolean isDone(Line line) throws IOException;
    }

    private final Spool spool;
    private final ReentrantLock door = new ReentrantLock();
    private volatile Way way;

    Gate(Spool spool, Way way) {
        this.spool = spool;
        this.way = way;
    }

    Way way() {
        return way;
    }

    void pass(Write write) {
        boolean passed = sentDirectly(write);
        while (!passed) {
            passed = spooled(write) || sentDirectly(write);
        }
    }

    private boolean sentDirectly(Write write) {
        return way instanceof Way.Direct(Line line) && line.send(write);
    }

    private boolean spooled(Write write) {
        door.lock();
        try {
            if (way instanceof Way.Direct) {
                return false;
            }
            spool(write);
            return true;
        } finally {
            door.unlock();
        }
    }

    private void spool(Write write) {
        var unused = spool.append(write.record()).whenComplete((durable, failure) -> write.finish(failure));
    }

    /** Kafka has had its time. */
    void late(Write write) {
        if (way instanceof Way.Direct(Line line)) {
            line.giveUp(write);
        }
    }

    /** Nothing more goes directly, and what Kafka has not acknowledged goes into the spool before all that comes later. */
    void close(Line line) {
        door.lock();
        try {
            way = new Way.Spooling();
            line.close().forEach(this::spool);
        } finally {
            door.unlock();
        }
    }

    /** Waits for what is on its way to Kafka. */
    void close() {
        if (way instanceof Way.Direct(Line line)) {
            line.finish();
        }
    }

    /**
     * Brings the last records to Kafka while nobody can add to them, and opens the direct way.
     *
     * @param patience for what is on its way to the disk; all senders wait
     * @return whether the way is direct now
     */
    boolean open(Line line, Duration patience, Delivery rest) throws IOException, InterruptedException {
        door.lock();
        try {
            if (!spool.settle(patience) || !rest.isDone(line) || !spool.finish()) {
                return false;
            }
            way = new Way.Direct(line);
            return true;
        } finally {
            door.unlock();
        }
    }
}
