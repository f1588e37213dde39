package io.leadbraid.merger.audit;

import static io.leadbraid.merger.leads.Columns.each;

import io.leadbraid.access.Actor;
import io.leadbraid.model.LeadId;
import io.leadbraid.model.WorkspaceId;
import io.leadbraid.model.topic.Json;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes who did what to which lead, in the transaction that does it. */
public final class Audit {

    private static final String LEAD = "lead";

    private final JdbcClient jdbc;

    public Audit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What can be done to a lead. */
    public enum Action {
        EDITED("lead.edited"),
        REOPENED("lead.reopened"),
        MERGED("lead.merged"),
        ABSORBED("lead.absorbed"),
        REQUESTED("merge.requested"),
        EXPIRED("merge.expired"),
        SPLIT("lead.split"),
        HELD("lead.held"),
        RELEASED("lead.released");

        private final String label;

        Action(String label) {
            this.label = label;
        }
    }

    /** @param details values that JSON can hold */
    public record Entry(Actor actor, Action action, LeadId lead, Map<String, ?> details) {}

    public void write(WorkspaceId workspace, List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        INSERT INTO audit (workspace, actor_kind, actor_id, action, subject_kind, subject_id, details)
                        SELECT :workspace, e.actor_kind, e.actor_id, e.action, :subject, e.lead_id, e.details::jsonb
                        FROM unnest(:actorKinds, :actorIds, :actions, :leads, :details)
                            AS e(actor_kind, actor_id, action, lead_id, details)
                        """)
                .param("workspace", workspace.value())
                .param("subject", LEAD)
                .param("actorKinds", each(entries, entry -> entry.actor().kind().label()))
                .param("actorIds", each(entries, entry -> entry.actor().id()))
                .param("actions", each(entries, entry -> entry.action().label))
                .param("leads", each(entries, entry -> entry.lead().value()))
                .param("details", each(entries, entry -> Json.MAPPER.writeValueAsString(entry.details())))
                .update();
    }
}
