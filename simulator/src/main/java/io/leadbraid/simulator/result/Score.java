package io.leadbraid.simulator.result;

import java.util.List;
import java.util.Map;

/**
 * Truth against result, over pairs of sources.
 *
 * @param people who have at least one source
 * @param truePairs pairs of sources of one person
 * @param knowablePairs those of them that claims of their own link
 * @param mergedPairs pairs of sources on one lead
 * @param right those of them that are one person's
 * @param rightKnowable pairs that are knowable and merged
 * @param misled wrong pairs whose people use the very same identifier, by scene
 * @param wrong all other wrong pairs, by scene
 * @param missed pairs of one person on different leads, by category
 */
public record Score(
        int people,
        int sources,
        int leads,
        long truePairs,
        long knowablePairs,
        long mergedPairs,
        long right,
        long rightKnowable,
        Map<String, Integer> misled,
        Map<String, Integer> wrong,
        Map<String, Integer> missed,
        List<Pair> wrongPairs,
        List<Pair> missedPairs) {

    /** Nothing links the two. */
    public static final String UNKNOWABLE = "could not be known";

    /** Only among other words: such a link is a suggestion, by policy. */
    public static final String MENTIONED = "only mentioned";

    /** Two who have met in no scene. */
    public static final String COINCIDENCE = "coincidence";

    /** Of what was merged, how much is right; 1 where nothing was merged. */
    public double precision() {
        return share(right, mergedPairs);
    }

    /** Without the scenes in which the evidence itself misleads. */
    public double precisionApart() {
        return share(right, mergedPairs - sum(misled));
    }

    public double recall() {
        return share(right, truePairs);
    }

    /** Of what evidence links. */
    public double recallOfKnowable() {
        return share(rightKnowable, knowablePairs);
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 1 : (double) part / whole;
    }

    private static long sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToLong(Integer::longValue).sum();
    }
}
