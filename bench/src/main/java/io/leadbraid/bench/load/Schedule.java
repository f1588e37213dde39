package io.leadbraid.bench.load;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * When each request of an open loop is due, whatever became of the earlier ones.
 *
 * @param start moment of the first, in the time of {@link System#nanoTime}
 */
public record Schedule(long start, double perSecond) {

    private static final long HEAD_START = TimeUnit.MILLISECONDS.toNanos(200);
    private static final double NANOS_PER_SECOND = 1e9;

    /** Starts in a moment, so that everybody is ready. */
    public static Schedule soon(double perSecond) {
        return new Schedule(System.nanoTime() + HEAD_START, perSecond);
    }

    public long due(int index) {
        return start + (long) (index * NANOS_PER_SECOND / perSecond);
    }

    /** How many are due at a moment. */
    public int dueBy(long moment) {
        return moment < start ? 0 : (int) ((moment - start) * perSecond / NANOS_PER_SECOND) + 1;
    }

    void await(int index) {
        long due = due(index);
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
