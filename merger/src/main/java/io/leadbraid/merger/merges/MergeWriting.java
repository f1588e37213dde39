package io.leadbraid.merger.merges;

import static io.leadbraid.merger.leads.Columns.each;

import io.leadbraid.access.Actor;
import io.leadbraid.merger.audit.Audit;
import io.leadbraid.merger.outbox.Outbox;
import io.leadbraid.merger.outbox.Outbox.Versioned;
import io.leadbraid.merger.rules.Link;
import io.leadbraid.merger.rules.Outcome.Merge;
import io.leadbraid.model.Digest;
import io.leadbraid.model.LeadId;
import io.leadbraid.model.WorkspaceId;
import io.leadbraid.model.topic.Json;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Carries out merges of locked leads, no lead in two of them, with their audit rows and announcements. What it keeps is all
 * that an undo needs: which inquiries moved from where, and the leads' own fields as they were.
 */
public final class MergeWriting {

    private static final String AUTOMATIC = "automatic";

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Outbox outbox;
    private final MeterRegistry meters;

    public MergeWriting(JdbcClient jdbc, Audit audit, Outbox outbox, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.outbox = outbox;
        this.meters = meters;
    }

    /** An inquiry that a merge re-points. */
    record Moved(String source, int episode, LeadId from) {}

    /** One absorbed lead and where it goes. */
    private record Step(LeadId from, LeadId to) {}

    void write(WorkspaceId workspace, List<Merge> merges, LockedLeads locked) {
        if (merges.isEmpty()) {
            return;
        }
        List<Step> steps = merges.stream()
                .flatMap(merge -> merge.absorbed().stream().map(lead -> new Step(lead, merge.survivor())))
                .toList();
        Map<LeadId, List<Moved>> moved = repoint(steps);
        List<Versioned> versions = new ArrayList<>(passOn(steps));
        versions.addAll(absorb(steps));
        versions.addAll(
                survive(merges.stream().map(merge -> adopting(merge, locked)).toList()));
        withdrawRequests(steps);
        Map<Merge, String> ids = new LinkedHashMap<>();
        merges.forEach(merge -> ids.put(merge, id(merge, locked)));
        keep(workspace, ids, moved, locked);
        audit.write(
                workspace, merges.stream().flatMap(merge -> entries(merge, ids)).toList());
        outbox.add(workspace, versions);
        meters.counter("leadbraid.merges", "cause", AUTOMATIC).increment(merges.size());
    }

    /** A lead survives each of its merges in another version. */
    private static String id(Merge merge, LockedLeads locked) {
        return Digest.of(
                "merge",
                merge.survivor().value(),
                Long.toString(locked.get(merge.survivor()).version()));
    }

    private static LeadState adopting(Merge merge, LockedLeads locked) {
        return merge.absorbed().stream().map(locked::get).reduce(locked.get(merge.survivor()), LeadState::adopting);
    }

    private Map<LeadId, List<Moved>> repoint(List<Step> steps) {
        List<Moved> moved = jdbc.sql("""
                        UPDATE inquiry i
                        SET lead_id = step.survivor
                        FROM unnest(:from, :to) AS step(absorbed, survivor)
                        WHERE i.lead_id = step.absorbed AND i.lead_id = ANY (:from)
                        RETURNING i.source_id, i.episode, step.absorbed
                        """)
                .param("from", each(steps, step -> step.from().value()))
                .param("to", each(steps, step -> step.to().value()))
                .query((row, i) -> new Moved(
                        row.getString("source_id"), row.getInt("episode"), new LeadId(row.getString("absorbed"))))
                .list();
        Map<LeadId, List<Moved>> byLead = new HashMap<>();
        moved.forEach(one ->
                byLead.computeIfAbsent(one.from(), first -> new ArrayList<>()).add(one));
        return byLead;
    }

    private List<Versioned> absorb(List<Step> steps) {
        return jdbc.sql("""
                        UPDATE lead l
                        SET status = 'absorbed', survivor_id = step.survivor, closed_at = NULL, updated_at = now(),
                            version = l.version + 1
                        FROM unnest(:from, :to) AS step(absorbed, survivor)
                        WHERE l.id = step.absorbed AND l.id = ANY (:from)
                        RETURNING l.id, l.version
                        """)
                .param("from", each(steps, step -> step.from().value()))
                .param("to", each(steps, step -> step.to().value()))
                .query((row, i) -> new Versioned(new LeadId(row.getString("id")), row.getLong("version")))
                .list();
    }

    /** What they had absorbed themselves points to the new survivor at once, so that an old id is one step from it. */
    private List<Versioned> passOn(List<Step> steps) {
        return jdbc.sql("""
                        UPDATE lead l
                        SET survivor_id = step.survivor, updated_at = now(), version = l.version + 1
                        FROM unnest(:from, :to) AS step(absorbed, survivor)
                        WHERE l.survivor_id = step.absorbed AND l.survivor_id = ANY (:from)
                        RETURNING l.id, l.version
                        """)
                .param("from", each(steps, step -> step.from().value()))
                .param("to", each(steps, step -> step.to().value()))
                .query((row, i) -> new Versioned(new LeadId(row.getString("id")), row.getLong("version")))
                .list();
    }

    private List<Versioned> survive(List<LeadState> survivors) {
        return writeOwnFields(jdbc, survivors);
    }

    /** Leads as they are from now on, but for status and survivor. */
    static List<Versioned> writeOwnFields(JdbcClient jdbc, List<LeadState> survivors) {
        return jdbc.sql("""
                        UPDATE lead l
                        SET name = s.name, assignee = s.assignee, team = s.team, contact_id = s.contact_id,
                            attributes = s.attributes::jsonb,
                            previous_lead_ids = ARRAY(SELECT jsonb_array_elements_text(s.previous::jsonb)),
                            last_inbound_at = s.last_inbound_at, active_at = s.active_at, updated_at = now(),
                            version = l.version + 1
                        FROM unnest(:ids, :names, :assignees, :teams, :contacts, :attributes, :previous,
                                    :inbound::timestamptz[], :active::timestamptz[])
                            AS s(id, name, assignee, team, contact_id, attributes, previous, last_inbound_at, active_at)
                        WHERE l.id = s.id AND l.id = ANY (:ids)
                        RETURNING l.id, l.version
                        """)
                .param("ids", each(survivors, lead -> lead.id().value()))
                .param("names", each(survivors, LeadState::name))
                .param("assignees", each(survivors, LeadState::assignee))
                .param("teams", each(survivors, LeadState::team))
                .param("contacts", each(survivors, LeadState::contactId))
                .param("attributes", each(survivors, lead -> Json.MAPPER.writeValueAsString(lead.attributes())))
                .param("previous", each(survivors, lead -> Json.MAPPER.writeValueAsString(lead.previousLeadIds())))
                .param(
                        "inbound",
                        each(
                                survivors,
                                lead -> lead.lastInboundAt() == null
                                        ? null
                                        : lead.lastInboundAt().toString()))
                .param("active", each(survivors, lead -> lead.activeAt().toString()))
                .query((row, i) -> new Versioned(new LeadId(row.getString("id")), row.getLong("version")))
                .list();
    }

    /** What is still to be asked of the survivors is asked anew. */
    private void withdrawRequests(List<Step> steps) {
        RequestWriting.withdraw(jdbc, steps.stream().map(Step::from).toList());
    }

    private void keep(
            WorkspaceId workspace, Map<Merge, String> ids, Map<LeadId, List<Moved>> moved, LockedLeads locked) {
        List<Merge> merges = List.copyOf(ids.keySet());
        jdbc.sql("""
                        INSERT INTO merge (workspace, id, survivor_id, absorbed_ids, cause, rule, actor_kind, actor_id, evidence,
                                           moved, before)
                        SELECT :workspace, m.id, m.survivor, ARRAY(SELECT jsonb_array_elements_text(m.absorbed::jsonb)), :cause,
                               m.rule, :actorKind, :actorId, m.evidence::jsonb, m.moved::jsonb, m.before::jsonb
                        FROM unnest(:ids, :survivors, :absorbed, :rules, :evidence, :moved, :before)
                            AS m(id, survivor, absorbed, rule, evidence, moved, before)
                        """)
                .param("workspace", workspace.value())
                .param("cause", AUTOMATIC)
                .param("actorKind", Actor.SYSTEM.kind().label())
                .param("actorId", Actor.SYSTEM.id())
                .param("ids", each(merges, ids::get))
                .param("survivors", each(merges, merge -> merge.survivor().value()))
                .param("absorbed", each(merges, merge -> Json.MAPPER.writeValueAsString(merge.absorbed())))
                .param("rules", each(merges, Merge::rule))
                .param("evidence", each(merges, merge -> evidence(merge.evidence())))
                .param(
                        "moved",
                        each(
                                merges,
                                merge -> Json.MAPPER.writeValueAsString(merge.absorbed().stream()
                                        .flatMap(lead -> moved.getOrDefault(lead, List.of()).stream())
                                        .toList())))
                .param("before", each(merges, merge -> before(merge, locked)))
                .update();
        record Part(LeadId lead, @Nullable String merge) {}
        List<Part> parts = merges.stream()
                .flatMap(merge -> involved(merge).map(lead -> new Part(lead, ids.get(merge))))
                .toList();
        jdbc.sql("""
                        INSERT INTO merge_lead (workspace, lead_id, merge_id)
                        SELECT :workspace, p.lead_id, p.merge_id
                        FROM unnest(:leads, :merges) AS p(lead_id, merge_id)
                        """)
                .param("workspace", workspace.value())
                .param("leads", each(parts, part -> part.lead().value()))
                .param("merges", each(parts, Part::merge))
                .update();
    }

    static String evidence(List<Link> links) {
        return Json.MAPPER.writeValueAsString(links);
    }

    private static String before(Merge merge, LockedLeads locked) {
        Map<String, LeadState> before = new LinkedHashMap<>();
        involved(merge).forEach(lead -> before.put(lead.value(), locked.get(lead)));
        return Json.MAPPER.writeValueAsString(before);
    }

    private static Stream<LeadId> involved(Merge merge) {
        return Stream.concat(Stream.of(merge.survivor()), merge.absorbed().stream());
    }

    private static Stream<Audit.Entry> entries(Merge merge, Map<Merge, String> ids) {
        Map<String, ?> details = Map.of("mergeId", ids.getOrDefault(merge, ""), "rule", merge.rule());
        return Stream.concat(
                Stream.of(new Audit.Entry(Actor.SYSTEM, Audit.Action.MERGED, merge.survivor(), details)),
                merge.absorbed().stream()
                        .map(lead -> new Audit.Entry(Actor.SYSTEM, Audit.Action.ABSORBED, lead, details)));
    }
}
