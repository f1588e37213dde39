package io.leadbraid.ingestion.intake;

import io.leadbraid.ingestion.spool.Chunk;
import io.leadbraid.ingestion.spool.Spool;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Sends each record to Kafka or into the spool. The way is changed behind a closed door: what is on the old way is put at
 * its place first, and nobody passes meanwhile. Nobody waits for Kafka behind the door, and the direct way knows no lock.
 */
final class Gate {

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
        return way instanceof Way.Direct direct && direct.line().send(write);
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
        write.setSpooled(true);
        var unused = spool.append(write.record()).whenComplete((durable, failure) -> write.finish(failure));
    }

    /**
     * Kafka has had its time with a record. If it is silent, the line is broken. If it only is slow, the record is made durable
     * in the spool meanwhile, behind all that came before it.
     */
    void late(Write write) {
        if (way instanceof Way.Direct direct && !write.isAnswered()) {
            if (direct.line().isSilent()) {
                direct.line().giveUp();
            } else if (!write.isSpooled()) {
                keepUntil(direct, write.number());
            }
        }
    }

    private void keepUntil(Way.Direct direct, long number) {
        door.lock();
        try {
            if (way.equals(direct)) {
                direct.line().unacknowledged().stream()
                        .filter(write -> write.number() <= number && !write.isSpooled())
                        .forEach(write -> keep(direct, write));
            }
        } finally {
            door.unlock();
        }
    }

    /** One that the spool does not take is still on its way to Kafka. */
    private void keep(Way.Direct direct, Write write) {
        write.setSpooled(true);
        var unused = spool.append(write.record()).whenComplete((durable, failure) -> {
            if (failure == null) {
                direct.kept().add(write);
                write.finish(null);
            } else {
                write.setSpooled(false);
            }
        });
    }

    /** Nothing more goes directly, and what Kafka has not acknowledged goes into the spool before all that comes later. */
    void close(Line line) {
        door.lock();
        try {
            way = new Way.Spooling();
            line.close().stream().filter(write -> !write.isSpooled()).forEach(this::spool);
        } finally {
            door.unlock();
        }
    }

    /** Waits for what is on its way to Kafka. */
    void close() {
        if (way instanceof Way.Direct direct) {
            direct.line().finish();
        }
    }

    /**
     * Gives the last records to a line while nobody can add to them, and opens the direct way.
     *
     * @param patience for what is on its way to the disk; all senders wait
     * @return whether the way is direct now
     */
    boolean open(Line line, Duration patience) throws IOException, InterruptedException {
        door.lock();
        try {
            if (!spool.settle(patience)) {
                return false;
            }
            Optional<Chunk> rest = spool.next();
            if (!rest.map(Chunk::isLast).orElse(true)) {
                return false;
            }
            Way.Direct direct = Way.Direct.on(line);
            List<Write> writes = rest.map(Write::all).orElseGet(List::of);
            if (!writes.stream().allMatch(line::send)) {
                return false;
            }
            direct.kept().addAll(writes);
            way = direct;
            return true;
        } finally {
            door.unlock();
        }
    }
}
