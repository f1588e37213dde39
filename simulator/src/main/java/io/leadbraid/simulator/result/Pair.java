package io.leadbraid.simulator.result;

import java.util.List;

/**
 * Two sources that are one lead and should not be, or the other way round.
 *
 * @param why the scene that produced them, or why nothing could link them
 * @param leads one id where they are one lead, otherwise two
 * @param shared by what both can be recognised, as far as they share it themselves
 */
public record Pair(String why, Side one, Side other, List<String> leads, List<String> shared) {

    /** @param person the truth */
    public record Side(String source, String channel, String account, String user, int person) {}
}
