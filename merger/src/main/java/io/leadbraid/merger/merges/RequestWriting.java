package io.leadbraid.merger.merges;

import static io.leadbraid.merger.leads.Columns.each;

import io.leadbraid.access.Actor;
import io.leadbraid.merger.audit.Audit;
import io.leadbraid.merger.leads.Columns;
import io.leadbraid.merger.outbox.Outbox;
import io.leadbraid.merger.rules.Outcome.Request;
import io.leadbraid.model.Digest;
import io.leadbraid.model.LeadId;
import io.leadbraid.model.WorkspaceId;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens merge requests of locked leads, and ends those that nobody answers. */
public final class RequestWriting {

    private static final int MOST_AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Outbox outbox;
    private final Clock clock;
    private final Duration expireAfter;
    private final MeterRegistry meters;

    public RequestWriting(
            JdbcClient jdbc, Audit audit, Outbox outbox, Clock clock, Duration expireAfter, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
        this.expireAfter = expireAfter;
        this.meters = meters;
    }

    private record Asked(String id, String rule, List<LeadId> leads) {

        static Asked read(ResultSet row) throws SQLException {
            return new Asked(row.getString("id"), row.getString("rule"), Columns.ids(row, "lead_ids"));
        }
    }

    /** What is asked already, or was answered with no or with silence, is not asked again. */
    void open(WorkspaceId workspace, List<Request> requests) {
        if (requests.isEmpty()) {
            return;
        }
        List<Asked> opened = insert(workspace, requests);
        if (opened.isEmpty()) {
            return;
        }
        tell(workspace, opened, Audit.Action.REQUESTED);
        meters.counter("leadbraid.merge.requests").increment(opened.size());
    }

    private static Audit.Entry entry(Asked request, Audit.Action action, LeadId lead) {
        return new Audit.Entry(Actor.SYSTEM, action, lead, Map.of("requestId", request.id(), "rule", request.rule()));
    }

    private List<Asked> insert(WorkspaceId workspace, List<Request> requests) {
        List<Asked> opened = jdbc.sql("""
                        INSERT INTO merge_request (workspace, id, lead_ids, rule, evidence, status, expires_at)
                        SELECT :workspace, r.id, ARRAY[r.one, r.other], r.rule, r.evidence::jsonb, 'open', :expires
                        FROM unnest(:ids, :ones, :others, :rules, :evidence) AS r(id, one, other, rule, evidence)
                        WHERE NOT EXISTS (
                            SELECT FROM merge_request_lead x
                            JOIN merge_request answered ON answered.id = x.request_id
                            WHERE x.lead_id = r.one AND answered.lead_ids = ARRAY[r.one, r.other]::text[]
                              AND answered.status IN ('rejected', 'expired')
                            OFFSET 0)
                        ON CONFLICT DO NOTHING
                        RETURNING id, rule, lead_ids
                        """)
                .param("workspace", workspace.value())
                .param("expires", Columns.utc(clock.instant().plus(expireAfter)))
                .param("ids", each(requests, request -> id()))
                .param(
                        "ones",
                        each(requests, request -> request.leads().getFirst().value()))
                .param(
                        "others",
                        each(requests, request -> request.leads().getLast().value()))
                .param("rules", each(requests, Request::rule))
                .param("evidence", each(requests, request -> MergeWriting.evidence(request.evidence())))
                .query((row, i) -> Asked.read(row))
                .list();
        jdbc.sql("""
                        INSERT INTO merge_request_lead (workspace, lead_id, request_id)
                        SELECT :workspace, unnest(r.lead_ids), r.id
                        FROM merge_request r
                        WHERE r.id = ANY (:ids)
                        """)
                .param("workspace", workspace.value())
                .param("ids", each(opened, Asked::id))
                .update();
        return opened;
    }

    /** The same leads can be asked about more than once in their lives. */
    private static String id() {
        return Digest.of("merge-request", UUID.randomUUID().toString());
    }

    /** Requests that name one of these leads, all of which are being changed. */
    static void withdraw(JdbcClient jdbc, Collection<LeadId> leads) {
        jdbc.sql("""
                        UPDATE merge_request
                        SET status = 'withdrawn'
                        WHERE status = 'open'
                          AND id = ANY (ARRAY(SELECT request_id FROM merge_request_lead WHERE lead_id = ANY (:leads)))
                        """).param("leads", each(leads, LeadId::value)).update();
    }

    /**
     * Ends what nobody has answered in time. Leads are locked before their requests, as in merges.
     *
     * @return how many requests
     */
    public int expire(WorkspaceId workspace) {
        Set<LeadId> asked =
                due().stream().flatMap(request -> request.leads().stream()).collect(Collectors.toSet());
        if (asked.isEmpty()) {
            return 0;
        }
        var unused = LockedLeads.lock(jdbc, asked);
        List<Asked> expired = jdbc.sql("""
                        UPDATE merge_request
                        SET status = 'expired'
                        WHERE status = 'open' AND expires_at < :now AND lead_ids <@ :asked::text[]
                        RETURNING id, rule, lead_ids
                        """)
                .param("now", Columns.utc(clock.instant()))
                .param("asked", each(List.copyOf(asked), LeadId::value))
                .query((row, i) -> Asked.read(row))
                .list();
        tell(workspace, expired, Audit.Action.EXPIRED);
        return expired.size();
    }

    private List<Asked> due() {
        return jdbc.sql("""
                        SELECT id, rule, lead_ids
                        FROM merge_request
                        WHERE status = 'open' AND expires_at < :now
                        ORDER BY expires_at
                        LIMIT :most
                        """)
                .param("now", Columns.utc(clock.instant()))
                .param("most", MOST_AT_ONCE)
                .query((row, i) -> Asked.read(row))
                .list();
    }

    /** A lead shows its open requests, so it is of another version now. */
    private void tell(WorkspaceId workspace, List<Asked> requests, Audit.Action action) {
        Set<LeadId> leads =
                requests.stream().flatMap(request -> request.leads().stream()).collect(Collectors.toSet());
        outbox.addNewVersions(workspace, leads);
        audit.write(
                workspace,
                requests.stream()
                        .flatMap(request -> request.leads().stream().map(lead -> entry(request, action, lead)))
                        .toList());
    }
}
