package io.leadbraid.resolver.sift;

import io.leadbraid.model.Claim;
import io.leadbraid.model.Fact;
import io.leadbraid.model.InboundContact;
import io.leadbraid.model.Origin;
import io.leadbraid.model.Sightings;
import io.leadbraid.model.Trait;
import io.leadbraid.model.Trust;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one contact tells of its source: each fact once, however often the contact repeats it. Names come before what links, so
 * that nobody is joined for a moment with somebody of another name.
 */
final class Facts {

    private static final String TRAIT = "trait";

    private Facts() {}

    static Map<Fact, Sightings> in(InboundContact contact) {
        Map<Fact, Sightings> facts = new LinkedHashMap<>();
        for (Trait trait : contact.traits()) {
            Origin origin = new Origin(contact.event(), contact.occurredAt(), TRAIT);
            facts.merge(trait, Sightings.once(trait, Trust.STATED, origin), Sightings::merge);
        }
        for (Claim claim : contact.claims()) {
            Origin origin = new Origin(contact.event(), contact.occurredAt(), claim.place());
            facts.merge(
                    claim.identifier(), Sightings.once(claim.identifier(), claim.trust(), origin), Sightings::merge);
        }
        return facts;
    }
}
