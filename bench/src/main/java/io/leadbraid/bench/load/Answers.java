package io.leadbraid.bench.load;

import io.leadbraid.bench.measure.Latencies;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What an open loop got.
 *
 * @param nanos from the scheduled moment to the whole answer, by request
 * @param statuses by request; {@link #NO_ANSWER} where there was none
 * @param elapsed nanoseconds from the first scheduled moment to the last answer
 * @param opened how many connections were opened
 */
public record Answers(long[] nanos, int[] statuses, long elapsed, int opened) {

    static final int NO_ANSWER = -1;
    private static final int OK = 200;
    private static final int REDIRECT = 303;
    private static final int REFUSED = 300;
    private static final double NANOS_PER_SECOND = 1e9;

    public int accepted() {
        return (int) acceptedRequests().count();
    }

    /** Indexes of the accepted requests. */
    public IntStream acceptedRequests() {
        return IntStream.range(0, statuses.length).filter(i -> isAccepted(statuses[i]));
    }

    public double acceptedPerSecond() {
        return accepted() / (elapsed / NANOS_PER_SECOND);
    }

    /** Times of accepted requests. */
    public Latencies latencies() {
        return Latencies.of(acceptedRequests().mapToLong(i -> nanos[i]).toArray());
    }

    /** Refusals and failures by status. */
    public Map<Integer, Integer> others() {
        Map<Integer, Integer> others = new TreeMap<>();
        Arrays.stream(statuses)
                .filter(status -> !isAccepted(status))
                .forEach(status -> others.merge(status, 1, Integer::sum));
        return others;
    }

    /** A form answers a browser with 303. */
    private static boolean isAccepted(int status) {
        return (status >= OK && status < REFUSED) || status == REDIRECT;
    }
}
