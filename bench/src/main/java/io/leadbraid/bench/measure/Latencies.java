package io.leadbraid.bench.measure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Measured times in nanoseconds, all of them kept, so that percentiles are exact. */
public final class Latencies {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double HALF = 0.5;
    private static final double NINETY_NINE = 0.99;

    private final long[] sorted;

    private Latencies(long[] sorted) {
        this.sorted = sorted;
    }

    public static Latencies of(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Latencies(sorted);
    }

    public int count() {
        return sorted.length;
    }

    /** The smallest time that this share of all times does not exceed, in milliseconds; empty without any time. */
    public Optional<Double> millisAt(double share) {
        if (sorted.length == 0) {
            return Optional.empty();
        }
        int rank = (int) Math.ceil(share * sorted.length);
        return Optional.of(sorted[Math.max(rank, 1) - 1] / NANOS_PER_MILLI);
    }

    public Optional<Double> median() {
        return millisAt(HALF);
    }

    public Optional<Double> p99() {
        return millisAt(NINETY_NINE);
    }

    /** Such as {@code 3.2 / 17 ms}: the median and the 99th percentile. */
    public String shown() {
        return sorted.length == 0
                ? "-"
                : shown(millisAt(HALF).orElseThrow()) + " / "
                        + shown(millisAt(NINETY_NINE).orElseThrow()) + " ms";
    }

    private static String shown(double millis) {
        return String.format(Locale.ROOT, millis < 10 ? "%.1f" : "%.0f", millis);
    }
}
