package io.leadbraid.merger.outbox;

import static io.leadbraid.merger.leads.Columns.eachNumber;

import io.leadbraid.merger.leads.KeyLookups;
import io.leadbraid.merger.leads.LeadDocuments;
import io.leadbraid.model.Lead;
import io.leadbraid.model.LeadId;
import io.leadbraid.model.WorkspaceId;
import io.leadbraid.model.topic.Topic;
import io.leadbraid.model.topic.Topics;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Leads with a new version. The document is rendered here and not when the row was written: it shows the row's version or a
 * later one, and the outbox holds nobody's name. Of versions that follow each other quickly the last is published.
 */
public final class LeadNews implements News<LeadId, Lead> {

    private final JdbcClient jdbc;
    private final LeadDocuments documents;

    public LeadNews(JdbcClient jdbc, LeadDocuments documents) {
        this.jdbc = jdbc;
        this.documents = documents;
    }

    @Override
    public Topic<LeadId, Lead> topic() {
        return Topics.LEADS;
    }

    @Override
    public List<WorkspaceId> workspaces() {
        return jdbc.sql("SELECT workspaces_with_outbox() AS workspace")
                .query((row, i) -> WorkspaceId.parse(row.getString("workspace")))
                .list();
    }

    @Override
    public Batch<LeadId, Lead> next(WorkspaceId workspace, int bucket, int most) {
        KeyLookups.prefer(jdbc);
        List<LeadId> waiting = waiting(bucket, most);
        List<Lead> rendered = documents.render(waiting);
        Map<LeadId, Long> versions = rendered.stream().collect(Collectors.toMap(Lead::id, Lead::version));
        return new Batch<>(
                waiting.size(),
                rendered.stream().map(lead -> Map.entry(lead.id(), lead)).toList(),
                () -> delete(bucket, waiting, versions));
    }

    @Override
    public OptionalInt partition(WorkspaceId workspace, int partitions) {
        return OptionalInt.empty();
    }

    private List<LeadId> waiting(int bucket, int most) {
        return jdbc.sql("SELECT DISTINCT lead_id FROM outbox WHERE bucket = :bucket ORDER BY lead_id LIMIT :most")
                .param("bucket", bucket)
                .param("most", most)
                .query((row, i) -> new LeadId(row.getString("lead_id")))
                .list();
    }

    private void delete(int bucket, List<LeadId> waiting, Map<LeadId, Long> versions) {
        KeyLookups.prefer(jdbc);
        jdbc.sql("""
                        DELETE FROM outbox o
                        USING unnest(:leads, :versions) AS done(lead_id, version)
                        WHERE o.bucket = :bucket AND o.lead_id = done.lead_id AND o.version <= done.version
                          AND o.lead_id = ANY (:leads)
                        """)
                .param("bucket", bucket)
                .param("leads", waiting.stream().map(LeadId::value).toArray(String[]::new))
                .param("versions", eachNumber(waiting, lead -> versions.getOrDefault(lead, Long.MAX_VALUE)))
                .update();
    }
}
