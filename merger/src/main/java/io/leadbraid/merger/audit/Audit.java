package io.leadbraid.merger.audit;

import static io.leadbraid.merger.leads.Columns.each;

import io.leadbraid.access.Actor;
import io.leadbraid.model.LeadId;
import io.leadbraid.model.WorkspaceId;
import io.leadbraid.model.topic.Json;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes who did what to what, in the transaction that does it. */
public final class Audit {

    private final JdbcClient jdbc;

    public Audit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What can be done. */
    public enum Action {
        EDITED("lead.edited"),
        REOPENED("lead.reopened"),
        MERGED("lead.merged"),
        ABSORBED("lead.absorbed"),
        REQUESTED("merge.requested"),
        EXPIRED("merge.expired"),
        SPLIT("lead.split"),
        HELD("lead.held"),
        RELEASED("lead.released"),
        WITHDRAWN("merge.withdrawn"),
        SEPARATED("separation.made"),
        SEPARATION_LIFTED("separation.lifted"),
        KEPT_APART("keep-apart.made"),
        KEEP_APART_LIFTED("keep-apart.lifted"),
        SHARED("identifier.shared"),
        SHARING_ENDED("identifier.unshared");

        private final String label;

        Action(String label) {
            this.label = label;
        }
    }

    /** To what it was done. What is done to a lead by a person counts as work on it. */
    public record Subject(String kind, String id) {}

    /** @param details values that JSON can hold */
    public record Entry(Actor actor, Action action, Subject subject, Map<String, ?> details) {

        public Entry(Actor actor, Action action, LeadId lead, Map<String, ?> details) {
            this(actor, action, new Subject("lead", lead.value()), details);
        }
    }

    public void write(WorkspaceId workspace, List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        INSERT INTO audit (workspace, actor_kind, actor_id, action, subject_kind, subject_id, details)
                        SELECT :workspace, e.actor_kind, e.actor_id, e.action, e.subject_kind, e.subject_id, e.details::jsonb
                        FROM unnest(:actorKinds, :actorIds, :actions, :subjectKinds, :subjectIds, :details)
                            AS e(actor_kind, actor_id, action, subject_kind, subject_id, details)
                        """)
                .param("workspace", workspace.value())
                .param("actorKinds", each(entries, entry -> entry.actor().kind().label()))
                .param("actorIds", each(entries, entry -> entry.actor().id()))
                .param("actions", each(entries, entry -> entry.action().label))
                .param("subjectKinds", each(entries, entry -> entry.subject().kind()))
                .param("subjectIds", each(entries, entry -> entry.subject().id()))
                .param("details", each(entries, entry -> Json.MAPPER.writeValueAsString(entry.details())))
                .update();
    }
}
