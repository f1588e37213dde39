package io.leadbraid.bench.pipeline;

/**
 * One repeat over the same events, in events a second.
 *
 * @param speed of the machine just before, in million steps a second
 * @param rows by the product, until all are committed rows
 * @param leads by the product, until all leads that belong together have come together
 * @param naive by the naive service, until all is done
 * @param passThrough by a stream that only passes on
 */
record Round(double speed, double rows, double leads, double naive, double passThrough) {}
