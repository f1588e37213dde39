package io.leadbraid.merger.why;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why sources are one person's, or are not.
 *
 * @param linked whether a chain of evidence joins them
 * @param steps the chain from the one side to the other; of a whole lead, the strongest links that join its sources
 * @param blockedBy the rule that keeps them apart: the graph's, or that of the merge request that waits
 * @param sentence the same for people
 */
public record Why(
        boolean linked, List<Step> steps, @Nullable String blockedBy, String sentence) {

    public Why {
        steps = List.copyOf(steps);
    }
}
