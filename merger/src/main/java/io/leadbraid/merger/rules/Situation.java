package io.leadbraid.merger.rules;

import io.leadbraid.model.ProfileSnapshot.Member;
import io.leadbraid.model.ProfileSnapshot.RefusedLink;
import io.leadbraid.model.SourceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A profile with the leads that its sources have.
 *
 * @param leads of the sources whose current lead is open; the others only carry evidence
 * @param orders what people have decided against merging them
 */
public record Situation(List<Member> members, List<RefusedLink> refused, Map<SourceId, OpenLead> leads, Orders orders) {

    public Situation(List<Member> members, List<RefusedLink> refused, Map<SourceId, OpenLead> leads) {
        this(members, refused, leads, Orders.NONE);
    }

    public Situation {
        members = List.copyOf(members);
        refused = List.copyOf(refused);
        leads = Map.copyOf(leads);
    }

    /** The lead that takes part. A held one does not: its sources only carry evidence. */
    Optional<OpenLead> leadOf(SourceId source) {
        return Optional.ofNullable(leads.get(source)).filter(lead -> !lead.held());
    }
}
