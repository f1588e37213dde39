package io.leadbraid.bench.measure;

/**
 * How fast the machine is at this moment. Shared machines drift by up to two times within minutes, so a figure means
 * little without the speed beside it. The loop is fixed integer work on one core, in millions of steps per second.
 */
public final class Calibration {

    private static final int STEPS = 60_000_000;
    private static final double NANOS_PER_MICRO = 1e3;

    private long sink = 1;

    /** Takes about a tenth of a second. */
    public double measure() {
        long state = sink | 1;
        long start = System.nanoTime();
        for (int i = 0; i < STEPS; i++) {
            state ^= state << 13;
            state ^= state >>> 7;
            state ^= state << 17;
        }
        long elapsed = System.nanoTime() - start;
        sink = state;
        return STEPS / (elapsed / NANOS_PER_MICRO);
    }
}
