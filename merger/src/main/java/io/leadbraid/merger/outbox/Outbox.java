package io.leadbraid.merger.outbox;

import static io.leadbraid.merger.leads.Columns.each;

import io.leadbraid.merger.background.Signal;
import io.leadbraid.model.LeadId;
import io.leadbraid.model.WorkspaceId;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Leads with a new version, which the world is told of once their transaction has committed. */
public final class Outbox {

    /** News are spread over this many buckets, each of which one process at a time publishes, in order. */
    static final int BUCKETS = 4;

    private final JdbcClient jdbc;
    private final Signal signal;

    public Outbox(JdbcClient jdbc, Signal signal) {
        this.jdbc = jdbc;
        this.signal = signal;
    }

    /** A version that was given under the lead's row lock. */
    public record Versioned(LeadId lead, long version) {}

    public void add(WorkspaceId workspace, List<Versioned> leads) {
        if (leads.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        INSERT INTO outbox (workspace, bucket, lead_id, version)
                        SELECT :workspace, v.bucket, v.lead_id, v.version
                        FROM unnest(:buckets, :leads, :versions) AS v(bucket, lead_id, version)
                        ON CONFLICT DO NOTHING
                        """)
                .param("workspace", workspace.value())
                .param(
                        "buckets",
                        leads.stream().map(one -> bucketOf(one.lead().value())).toArray(Integer[]::new))
                .param("leads", leads.stream().map(one -> one.lead().value()).toArray(String[]::new))
                .param("versions", leads.stream().map(Versioned::version).toArray(Long[]::new))
                .update();
        signal.raiseAfterCommit();
    }

    /** Of locked leads whose documents say something else from now on, though their rows do not. */
    public void addNewVersions(WorkspaceId workspace, Collection<LeadId> leads) {
        if (leads.isEmpty()) {
            return;
        }
        add(
                workspace,
                jdbc.sql("""
                        UPDATE lead
                        SET version = version + 1, updated_at = now()
                        WHERE id = ANY (:leads)
                        RETURNING id, version
                        """)
                        .param("leads", each(leads, LeadId::value))
                        .query((row, i) -> new Versioned(new LeadId(row.getString("id")), row.getLong("version")))
                        .list());
    }

    /** @param id of that within which order matters */
    public static int bucketOf(String id) {
        return Math.floorMod(id.hashCode(), BUCKETS);
    }
}
