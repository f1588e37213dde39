package io.leadbraid.merger.decisions;

import static io.leadbraid.merger.leads.Columns.each;
import static io.leadbraid.merger.leads.Columns.ids;

import io.leadbraid.access.Caller;
import io.leadbraid.access.Scope;
import io.leadbraid.access.problem.ProblemException;
import io.leadbraid.merger.audit.Audit;
import io.leadbraid.model.LeadId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What decisions do to locked leads in the transaction of the command. */
final class AffectedLeads {

    private final JdbcClient jdbc;
    private final Audit audit;

    AffectedLeads(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    private record Request(String id, List<LeadId> leads) {}

    /** Nobody needs to be asked any more whether these are one. @return leads that say something else now */
    Set<LeadId> withdrawRequests(Caller caller, Collection<LeadId> one, Collection<LeadId> other) {
        List<Request> withdrawn = jdbc.sql("""
                        UPDATE merge_request
                        SET status = 'withdrawn'
                        WHERE status = 'open'
                          AND id = ANY (ARRAY(
                              SELECT mine.request_id
                              FROM merge_request_lead mine
                              JOIN merge_request_lead theirs ON theirs.request_id = mine.request_id
                              WHERE mine.lead_id = ANY (:one) AND theirs.lead_id = ANY (:other)
                                AND mine.lead_id <> theirs.lead_id))
                        RETURNING id, lead_ids
                        """)
                .param("one", each(one, LeadId::value))
                .param("other", each(other, LeadId::value))
                .query((row, i) -> new Request(row.getString("id"), ids(row, "lead_ids")))
                .list();
        Set<LeadId> leads = new HashSet<>();
        for (Request request : withdrawn) {
            leads.addAll(request.leads());
            audit.write(
                    caller.workspace(),
                    List.of(new Audit.Entry(
                            caller.actor(),
                            Audit.Action.WITHDRAWN,
                            new Audit.Subject("merge-request", request.id()),
                            Map.of("leads", request.leads()))));
        }
        return leads;
    }

    /**
     * Whoever brings open leads together must be allowed to merge them.
     *
     * @throws ProblemException 403 {@code merge-not-permitted}, naming the permission and the leads
     */
    static void requireMergeOf(Caller caller, Collection<LeadId> open) {
        if (open.size() > 1 && !caller.has(Scope.LEAD_MERGE)) {
            throw ProblemException.of(
                    HttpStatus.FORBIDDEN,
                    "merge-not-permitted",
                    "This may bring open leads together, which needs the scope " + Scope.LEAD_MERGE.label() + ".",
                    Map.of("permission", Scope.LEAD_MERGE.label(), "leadIds", List.copyOf(open)));
        }
    }
}
