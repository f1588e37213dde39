package io.leadbraid.merger.inbound;

import static io.leadbraid.merger.leads.Columns.each;

import io.leadbraid.merger.leads.Attributes;
import io.leadbraid.merger.outbox.Outbox.Versioned;
import io.leadbraid.model.LeadId;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.WorkspaceId;
import io.leadbraid.model.topic.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens leads, and touches those that are there and locked. */
final class LeadWriting {

    /** Bytes of attributes from which on a lead takes no more of them: anybody can fill in a form again and again. */
    private final JdbcClient jdbc;

    private final String firstStage;

    LeadWriting(JdbcClient jdbc, String firstStage) {
        this.jdbc = jdbc;
        this.firstStage = firstStage;
    }

    /** Makes lead and inquiry. The lead is named as its source is. */
    List<Versioned> open(WorkspaceId workspace, List<Opening> openings) {
        if (openings.isEmpty()) {
            return List.of();
        }
        Integer[] episodes = openings.stream().map(Opening::episode).toArray(Integer[]::new);
        @Nullable String[] sources = each(openings, opening -> opening.source().value());
        @Nullable String[] leads = each(openings, opening -> opening.lead().value());
        @Nullable String[] times = each(openings, opening -> opening.at().toString());
        jdbc.sql("""
                        INSERT INTO inquiry (workspace, source_id, episode, lead_id, opened_at)
                        SELECT :workspace, o.source_id, o.episode, o.lead_id, o.at
                        FROM unnest(:sources, :episodes, :leads, :times::timestamptz[]) AS o(source_id, episode, lead_id, at)
                        ON CONFLICT DO NOTHING
                        """)
                .param("workspace", workspace.value())
                .param("sources", sources)
                .param("episodes", episodes)
                .param("leads", leads)
                .param("times", times)
                .update();
        return jdbc.sql("""
                        INSERT INTO lead (workspace, id, status, stage, name, attributes, previous_lead_ids, created_at,
                                          updated_at, last_inbound_at, active_at, version)
                        SELECT :workspace, o.id, 'open', :stage, s.name, o.attributes::jsonb,
                               coalesce((SELECT e.previous_lead_ids || e.id FROM lead e WHERE e.id = o.earlier), '{}'),
                               o.at, now(), o.last_inbound, o.last_inbound, 1
                        FROM unnest(:leads, :sources, :attributes, :earlier, :times::timestamptz[], :inbound::timestamptz[])
                            AS o(id, source_id, attributes, earlier, at, last_inbound)
                        JOIN source s ON s.id = o.source_id AND s.id = ANY (:sources)
                        ON CONFLICT DO NOTHING
                        RETURNING id, version
                        """)
                .param("workspace", workspace.value())
                .param("stage", firstStage)
                .param("leads", leads)
                .param("sources", sources)
                .param("attributes", each(openings, opening -> Json.MAPPER.writeValueAsString(opening.attributes())))
                .param(
                        "earlier",
                        each(
                                openings,
                                opening -> opening.earlier().map(LeadId::value).orElse(null)))
                .param("times", times)
                .param(
                        "inbound",
                        each(openings, opening -> opening.lastInbound().toString()))
                .query((row, i) -> new Versioned(new LeadId(row.getString("id")), row.getLong("version")))
                .list();
    }

    /** Sources that were there before go on to another episode. */
    void advance(List<Opening> openings) {
        if (openings.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        UPDATE source s
                        SET episode = o.episode
                        FROM unnest(:sources, :episodes) AS o(source_id, episode)
                        WHERE s.id = o.source_id AND s.id = ANY (:sources)
                        """)
                .param("sources", each(openings, opening -> opening.source().value()))
                .param("episodes", openings.stream().map(Opening::episode).toArray(Integer[]::new))
                .update();
    }

    /** @return the leads that are of another version now */
    List<Versioned> touch(List<Touch> touches) {
        if (touches.isEmpty()) {
            return List.of();
        }
        Map<LeadId, Touch> byLead = touches.stream().collect(Collectors.toMap(Touch::lead, Function.identity()));
        return jdbc
                .sql("""
                        UPDATE lead l
                        SET status = CASE WHEN t.reopens THEN 'open' ELSE l.status END,
                            closed_at = CASE WHEN t.reopens THEN NULL ELSE l.closed_at END,
                            name = coalesce(l.name, t.name),
                            attributes = CASE WHEN t.attributes IS NULL OR pg_column_size(l.attributes) > :fullAttributes
                                              THEN l.attributes
                                              ELSE t.attributes::jsonb || l.attributes END,
                            last_inbound_at = greatest(l.last_inbound_at, t.last_inbound),
                            active_at = greatest(l.active_at, t.last_inbound),
                            updated_at = CASE WHEN t.makes_version THEN now() ELSE l.updated_at END,
                            version = l.version + t.makes_version::int
                        FROM unnest(:leads, :inbound::timestamptz[], :reopens, :names, :attributes, :makeVersions)
                            AS t(lead_id, last_inbound, reopens, name, attributes, makes_version)
                        WHERE l.id = t.lead_id AND l.id = ANY (:leads)
                        RETURNING l.id, l.version
                        """)
                .param("leads", each(touches, touch -> touch.lead().value()))
                .param(
                        "inbound",
                        each(
                                touches,
                                touch -> touch.lastInbound()
                                        .map(Object::toString)
                                        .orElse(null)))
                .param("reopens", touches.stream().map(Touch::reopens).toArray(Boolean[]::new))
                .param("names", each(touches, touch -> touch.name().orElse(null)))
                .param(
                        "attributes",
                        each(
                                touches,
                                touch -> touch.attributes().isEmpty()
                                        ? null
                                        : Json.MAPPER.writeValueAsString(touch.attributes())))
                .param("fullAttributes", Attributes.MOST)
                .param("makeVersions", touches.stream().map(Touch::makesVersion).toArray(Boolean[]::new))
                .query((row, i) -> new Versioned(new LeadId(row.getString("id")), row.getLong("version")))
                .list()
                .stream()
                .filter(versioned -> byLead.getOrDefault(versioned.lead(), Touch.none(versioned.lead()))
                        .makesVersion())
                .toList();
    }

    /** The sources of these leads, to be compared again. */
    Set<SourceId> sourcesOf(List<LeadId> leads) {
        if (leads.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql("SELECT source_id FROM inquiry WHERE lead_id = ANY (:leads)")
                .param("leads", each(leads, LeadId::value))
                .query((row, i) -> new SourceId(row.getString("source_id")))
                .list());
    }
}
