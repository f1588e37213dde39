package io.leadbraid.merger.merges;

import io.leadbraid.merger.rules.OpenLead;
import io.leadbraid.merger.rules.Pipeline;
import io.leadbraid.model.LeadId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.ConcurrencyFailureException;
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
        String[] asked = ids.stream().map(LeadId::value).toArray(String[]::new);
        Map<LeadId, LeadState> leads =
                jdbc.sql("""
                        SELECT id, status, stage, name, assignee, team, contact_id, attributes, previous_lead_ids, created_at,
                               last_inbound_at, active_at, held, version
                        FROM lead
                        WHERE id = ANY (:ids) OR survivor_id = ANY (:ids)
                        ORDER BY id
                        FOR NO KEY UPDATE
                        """).param("ids", asked).query((row, i) -> LeadState.read(row)).list().stream()
                        .collect(Collectors.toMap(LeadState::id, Function.identity()));
        return new LockedLeads(leads, workedOn(jdbc, asked));
    }

    /** What was done to an absorbed lead was done to its survivor. */
    private static Set<LeadId> workedOn(JdbcClient jdbc, String[] asked) {
        return new HashSet<>(jdbc.sql("""
                        SELECT DISTINCT coalesce(l.survivor_id, l.id) AS id
                        FROM lead l
                        WHERE (l.id = ANY (:ids) OR l.survivor_id = ANY (:ids))
                          AND EXISTS (
                              SELECT FROM audit a
                              WHERE a.subject_kind = 'lead' AND a.subject_id = l.id AND a.actor_kind <> 'system')
                        """)
                .param("ids", asked)
                .query((row, i) -> new LeadId(row.getString("id")))
                .list());
    }

    /** @throws ConcurrencyFailureException when it is not among the locked: the caller tries again */
    LeadState get(LeadId lead) {
        return Optional.ofNullable(leads.get(lead))
                .orElseThrow(() -> new ConcurrencyFailureException("leads have moved while they were being locked"));
    }

    OpenLead open(LeadId lead, Pipeline pipeline) {
        return get(lead).asOpen(pipeline, workedOn.contains(lead));
    }
}
