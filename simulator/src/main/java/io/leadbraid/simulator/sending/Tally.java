package io.leadbraid.simulator.sending;

import java.util.Map;

/**
 * What became of the posts.
 *
 * @param taken were answered 2xx
 * @param unanswered never had an answer that settles it
 * @param refused by status; these are lost, as nobody sends them again
 * @param tries that had to be made again, by status; 0 stands for no answer at all
 * @param slowest time to an answer, in milliseconds
 */
public record Tally(
        int posts,
        int taken,
        int unanswered,
        Map<Integer, Integer> refused,
        Map<Integer, Integer> tries,
        long slowest,
        double seconds) {

    public Tally {
        refused = Map.copyOf(refused);
        tries = Map.copyOf(tries);
    }
}
