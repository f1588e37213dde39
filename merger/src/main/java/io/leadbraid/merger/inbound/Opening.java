package io.leadbraid.merger.inbound;

import io.leadbraid.model.LeadId;
import io.leadbraid.model.SourceId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A lead that a source's episode opens.
 *
 * @param earlier the lead of the episode before
 */
record Opening(
        SourceId source,
        int episode,
        Instant at,
        Instant lastInbound,
        Map<String, String> attributes,
        Optional<LeadId> earlier) {

    LeadId lead() {
        return LeadId.of(source, episode);
    }
}
