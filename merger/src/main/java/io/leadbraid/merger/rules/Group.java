package io.leadbraid.merger.rules;

import io.leadbraid.model.Identifier;
import io.leadbraid.model.LeadId;
import io.leadbraid.model.ProfileSnapshot.Member;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.Trust;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Sources that may stand on one lead, with the leads that they stand on now. Grows while links are followed. */
final class Group {

    private final Set<SourceId> sources = new TreeSet<>();
    private final Map<LeadId, OpenLead> leads = new TreeMap<>();
    private final List<Link> joinedBy = new ArrayList<>();
    private boolean verified;

    void add(Member member) {
        sources.add(member.source());
        verified |= member.evidence().stream()
                .anyMatch(held -> held.fact() instanceof Identifier
                        && held.sightings().trust().atLeast(Trust.VERIFIED));
    }

    void add(OpenLead lead) {
        leads.put(lead.id(), lead);
    }

    void absorb(Group other, Link link) {
        sources.addAll(other.sources);
        leads.putAll(other.leads);
        joinedBy.addAll(other.joinedBy);
        joinedBy.add(link);
        verified |= other.verified;
    }

    Set<SourceId> sources() {
        return sources;
    }

    /** The survivor first. */
    List<OpenLead> leads() {
        return leads.values().stream().sorted(OpenLead.SURVIVOR_FIRST).toList();
    }

    boolean hasLeads() {
        return !leads.isEmpty();
    }

    Collection<Link> joinedBy() {
        return joinedBy;
    }

    boolean holdsVerified() {
        return verified;
    }

    boolean isWorkedOn() {
        return leads.values().stream().anyMatch(OpenLead::workedOn);
    }
}
