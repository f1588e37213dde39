package io.leadbraid.merger.why;

import io.leadbraid.model.EventId;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.Trust;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A link of a chain of evidence: what two sources share.
 *
 * @param trust how far the side can be relied on that is known by it less surely
 * @param origin the first sighting at the side that came later and so made the link
 * @param at when both sides had been seen with it
 */
public record Step(SourceId from, SourceId to, Shared identifier, Trust trust, Origin origin, Instant at) {

    /**
     * Where an identifier was seen.
     *
     * @param channel that of the source; absent for a customer that was known before, who writes on none
     * @param eventId the event that told it, or the decision that set it
     * @param place the part of the event that held it, such as {@code contact}, {@code text@12} or {@code field:phone}; {@code
     *     decision} where somebody set it
     */
    public record Origin(SourceId source, @Nullable String channel, EventId eventId, String place) {}
}
