package io.leadbraid.merger.inbound;

import io.leadbraid.model.LeadId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a batch changes on a lead that is there.
 *
 * @param lastInbound when the client last wrote
 * @param name a name, for a lead that has none
 * @param attributes some that the lead lacks
 * @param sourcesChanged whether its sources look different now
 */
record Touch(
        LeadId lead,
        Optional<Instant> lastInbound,
        boolean reopens,
        Optional<String> name,
        Map<String, String> attributes,
        boolean sourcesChanged) {

    static Touch none(LeadId lead) {
        return new Touch(lead, Optional.empty(), false, Optional.empty(), Map.of(), false);
    }

    static Touch written(LeadId lead, Instant at) {
        return new Touch(lead, Optional.of(at), false, Optional.empty(), Map.of(), false);
    }

    static Touch reopened(LeadId lead) {
        return new Touch(lead, Optional.empty(), true, Optional.empty(), Map.of(), false);
    }

    static Touch named(LeadId lead, String name) {
        return new Touch(lead, Optional.empty(), false, Optional.of(name), Map.of(), false);
    }

    static Touch attributed(LeadId lead, Map<String, String> attributes) {
        return new Touch(lead, Optional.empty(), false, Optional.empty(), attributes, false);
    }

    static Touch changedSources(LeadId lead) {
        return new Touch(lead, Optional.empty(), false, Optional.empty(), Map.of(), true);
    }

    Touch and(Touch other) {
        Map<String, String> all = new HashMap<>(other.attributes);
        all.putAll(attributes);
        return new Touch(
                lead,
                lastInbound
                        .map(mine -> other.lastInbound.filter(mine::isBefore).orElse(mine))
                        .or(other::lastInbound),
                reopens || other.reopens,
                name.or(other::name),
                all,
                sourcesChanged || other.sourcesChanged);
    }

    /** Whether the lead becomes another version; a message alone does not make one. */
    boolean makesVersion() {
        return reopens || name.isPresent() || !attributes.isEmpty() || sourcesChanged;
    }

    boolean changesAnything() {
        return makesVersion() || lastInbound.isPresent();
    }
}
