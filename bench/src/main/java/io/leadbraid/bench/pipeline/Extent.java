package io.leadbraid.bench.pipeline;

import java.time.Duration;
import java.util.List;

/**
 * How much is done.
 *
 * @param warmUp events that nobody measures, from Kafka and as webhooks: the Java machine compiles while it runs
 * @param rounds repeats of product, naive service, pass-through
 * @param slice events of a round
 * @param rates webhooks a second, one after the other
 * @param rateSeconds how long each
 * @param latencySeconds how long the way from post to lead is watched
 */
record Extent(int warmUp, int rounds, int slice, List<Integer> rates, int rateSeconds, int latencySeconds) {

    /** The rate that the project set out for. */
    static final int AIM = 1_500;

    /** The rate at which the way from post to lead is to be short. */
    static final int STEADY = 1_000;

    /**
     * Workers of the naive service, as many as the product has on the same way: sift, graph, two that write messages, one
     * that reads profiles, one that merges.
     */
    static final int THREADS = 6;

    /** The commit interval of the product's streams. */
    static final Duration COMMIT = Duration.ofMillis(40);

    static final Extent QUICK = new Extent(10_000, 2, 15_000, List.of(500, 1_000), 7, 8);

    static final Extent FULL = new Extent(30_000, 5, 40_000, List.of(250, 500, 1_000, AIM, 2_000), 10, 20);
}
