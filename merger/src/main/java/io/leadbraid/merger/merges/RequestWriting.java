package io.leadbraid.merger.merges;

import static io.leadbraid.merger.leads.Columns.each;

import io.leadbraid.access.Actor;
import io.leadbraid.merger.audit.Audit;
import io.leadbraid.merger.leads.Columns;
import io.leadbraid.merger.outbox.Outbox;
import io.leadbraid.merger.outbox.Outbox.Versioned;
import io.leadbraid.merger.rules.Outcome.Request;
import io.leadbraid.model.Digest;
import io.leadbraid.model.LeadId;
import io.leadbraid.model.WorkspaceId;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens merge requests of locked leads, and ends those that nobody answers. */
public final class RequestWriting {

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

    private record Opened(String id, String rule, List<LeadId> leads) {}

    /** What is asked already, or was answered with no or with silence, is not asked again. */
    void open(WorkspaceId workspace, List<Request> requests) {
        if (requests.isEmpty()) {
            return;
        }
        List<Opened> opened = insert(workspace, requests);
        if (opened.isEmpty()) {
            return;
        }
        Set<LeadId> leads =
                opened.stream().flatMap(request -> request.leads().stream()).collect(Collectors.toSet());
        outbox.add(workspace, newVersions(leads));
        audit.write(
                workspace,
                opened.stream()
                        .flatMap(request -> request.leads().stream().map(lead -> entry(request, lead)))
                        .toList());
        meters.counter("leadbraid.merge.requests").increment(opened.size());
    }

    private static Audit.Entry entry(Opened request, LeadId lead) {
        return new Audit.Entry(
                Actor.SYSTEM, Audit.Action.REQUESTED, lead, Map.of("requestId", request.id(), "rule", request.rule()));
    }

    private List<Opened> insert(WorkspaceId workspace, List<Request> requests) {
        List<Opened> opened = jdbc.sql("""
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
                .query((row, i) -> new Opened(row.getString("id"), row.getString("rule"), Columns.ids(row, "lead_ids")))
                .list();
        jdbc.sql("""
                        INSERT INTO merge_request_lead (workspace, lead_id, request_id)
                        SELECT :workspace, unnest(r.lead_ids), r.id
                        FROM merge_request r
                        WHERE r.id = ANY (:ids)
                        """)
                .param("workspace", workspace.value())
                .param("ids", each(opened, Opened::id))
                .update();
        return opened;
    }

    /** The same leads can be asked about more than once in their lives. */
    private static String id() {
        return Digest.of("merge-request", UUID.randomUUID().toString());
    }

    private List<Versioned> newVersions(Set<LeadId> leads) {
        return jdbc.sql("""
                        UPDATE lead
                        SET version = version + 1, updated_at = now()
                        WHERE id = ANY (:leads)
                        RETURNING id, version
                        """)
                .param("leads", each(List.copyOf(leads), LeadId::value))
                .query((row, i) -> new Versioned(new LeadId(row.getString("id")), row.getLong("version")))
                .list();
    }

    /** @return how many nobody has answered in time */
    int expire() {
        return jdbc.sql("UPDATE merge_request SET status = 'expired' WHERE status = 'open' AND expires_at < :now")
                .param("now", Columns.utc(clock.instant()))
                .update();
    }
}
