package io.leadbraid.merger.merges;

import static io.leadbraid.merger.leads.Columns.each;

import io.leadbraid.merger.rules.OpenLead;
import io.leadbraid.merger.rules.Pipeline;
import io.leadbraid.model.LeadId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Leads whose rows nobody else changes until the transaction ends. */
final class LockedLeads {

    private final Map<LeadId, LeadState> leads;
    private final Set<LeadId> workedOn;

    private LockedLeads(Map<LeadId, LeadState> leads, Set<LeadId> workedOn) {
        this.leads = leads;
        this.workedOn = workedOn;
    }

    /** Locks them and all that they have absorbed, in the order of their ids, as everybody does who locks leads. */
    static LockedLeads lock(JdbcClient jdbc, Collection<LeadId> ids) {
        Set<LeadId> all = new HashSet<>(ids);
        all.addAll(jdbc.sql("SELECT id FROM lead WHERE survivor_id = ANY (:ids)")
                .param("ids", each(ids, LeadId::value))
                .query((row, i) -> new LeadId(row.getString("id")))
                .list());
        Map<LeadId, LeadState> leads =
                jdbc
                        .sql("""
                        SELECT id, status, stage, name, assignee, team, contact_id, attributes, previous_lead_ids, created_at,
                               last_inbound_at, active_at, held, survivor_id, version
                        FROM lead
                        WHERE id = ANY (:ids)
                        ORDER BY id
                        FOR NO KEY UPDATE
                        """)
                        .param("ids", each(all, LeadId::value))
                        .query((row, i) -> LeadState.read(row))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(LeadState::id, Function.identity()));
        return new LockedLeads(leads, workedOn(jdbc, leads));
    }

    /** What was done to an absorbed lead was done to its survivor. */
    private static Set<LeadId> workedOn(JdbcClient jdbc, Map<LeadId, LeadState> leads) {
        return jdbc
                .sql("""
                        SELECT DISTINCT subject_id
                        FROM audit
                        WHERE subject_kind = 'lead' AND subject_id = ANY (:ids) AND actor_kind <> 'system'
                        """)
                .param("ids", each(leads.keySet(), LeadId::value))
                .query((row, i) -> new LeadId(row.getString("subject_id")))
                .list()
                .stream()
                .flatMap(lead -> Optional.ofNullable(leads.get(lead)).stream())
                .map(lead -> Optional.ofNullable(lead.survivorId()).orElse(lead.id()))
                .collect(Collectors.toSet());
    }

    boolean hasAll(Collection<LeadId> ids) {
        return leads.keySet().containsAll(ids);
    }

    LeadState get(LeadId lead) {
        return Optional.ofNullable(leads.get(lead))
                .orElseThrow(() -> new IllegalStateException("lead " + lead + " is not locked"));
    }

    boolean isWorkedOn(LeadId lead) {
        return workedOn.contains(lead);
    }

    Set<LeadId> held() {
        return leads.values().stream()
                .filter(LeadState::held)
                .map(LeadState::id)
                .collect(Collectors.toSet());
    }

    List<LeadState> absorbedBy(LeadId lead) {
        return leads.values().stream()
                .filter(other -> lead.equals(other.survivorId()))
                .toList();
    }

    /** Whether all of these are locked and point to the lead. */
    boolean hasAbsorbed(LeadId lead, Collection<LeadId> others) {
        return others.stream()
                .allMatch(other ->
                        leads.containsKey(other) && lead.equals(get(other).survivorId()));
    }

    OpenLead open(LeadId lead, Pipeline pipeline) {
        return get(lead).asOpen(pipeline, workedOn.contains(lead));
    }
}
