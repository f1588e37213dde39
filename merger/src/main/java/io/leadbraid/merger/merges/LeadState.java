package io.leadbraid.merger.merges;

import static io.leadbraid.merger.leads.Columns.instant;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.leadbraid.merger.leads.Attributes;
import io.leadbraid.merger.leads.Columns;
import io.leadbraid.merger.rules.OpenLead;
import io.leadbraid.merger.rules.Pipeline;
import io.leadbraid.model.LeadId;
import io.leadbraid.model.topic.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** A locked lead's own fields: what a merge may change, and what its undo puts back. */
record LeadState(
        @JsonIgnore LeadId id,
        String status,
        String stage,
        @Nullable String name,
        @Nullable String assignee,
        @Nullable String team,
        @Nullable String contactId,
        Map<String, String> attributes,
        List<LeadId> previousLeadIds,
        Instant createdAt,
        @Nullable Instant lastInboundAt,
        Instant activeAt,
        @JsonIgnore boolean held,
        @Nullable LeadId survivorId,
        long version) {

    private static final TypeReference<Map<String, String>> ATTRIBUTES = new TypeReference<>() {};

    static LeadState read(ResultSet row) throws SQLException {
        return new LeadState(
                new LeadId(row.getString("id")),
                row.getString("status"),
                row.getString("stage"),
                row.getString("name"),
                row.getString("assignee"),
                row.getString("team"),
                row.getString("contact_id"),
                Json.MAPPER.readValue(row.getString("attributes"), ATTRIBUTES),
                Columns.ids(row, "previous_lead_ids"),
                Columns.when(row, "created_at"),
                instant(row, "last_inbound_at"),
                Columns.when(row, "active_at"),
                row.getBoolean("held"),
                Optional.ofNullable(row.getString("survivor_id"))
                        .map(LeadId::new)
                        .orElse(null),
                row.getLong("version"));
    }

    OpenLead asOpen(Pipeline pipeline, boolean workedOn) {
        return new OpenLead(id, pipeline.order(stage), createdAt, contactId != null, assignee != null, workedOn, held);
    }

    /** This lead with what it lacks and the other has. */
    LeadState adopting(LeadState other) {
        Set<LeadId> previous = new LinkedHashSet<>(previousLeadIds);
        previous.addAll(other.previousLeadIds);
        return new LeadState(
                id,
                status,
                stage,
                or(name, other.name),
                or(assignee, other.assignee),
                or(team, other.team),
                or(contactId, other.contactId),
                Attributes.with(attributes, other.attributes),
                List.copyOf(previous),
                createdAt,
                Optional.ofNullable(lastInboundAt)
                        .filter(mine -> other.lastInboundAt == null || mine.isAfter(other.lastInboundAt))
                        .orElse(other.lastInboundAt),
                activeAt.isAfter(other.activeAt) ? activeAt : other.activeAt,
                held,
                survivorId,
                version);
    }

    LeadState with(@Nullable String name, Map<String, String> attributes, List<LeadId> previousLeadIds) {
        return changed(name, attributes, previousLeadIds, lastInboundAt, activeAt);
    }

    /** Lists are sorted by when its client was heard of, or by its beginning. */
    LeadState lastHeardOf(Optional<Instant> at) {
        return changed(name, attributes, previousLeadIds, at.orElse(null), at.orElse(createdAt));
    }

    private LeadState changed(
            @Nullable String otherName,
            Map<String, String> otherAttributes,
            List<LeadId> otherPreviousLeadIds,
            @Nullable Instant otherLastInboundAt,
            Instant otherActiveAt) {
        return new LeadState(
                id,
                status,
                stage,
                otherName,
                assignee,
                team,
                contactId,
                otherAttributes,
                otherPreviousLeadIds,
                createdAt,
                otherLastInboundAt,
                otherActiveAt,
                held,
                survivorId,
                version);
    }

    private static @Nullable String or(@Nullable String own, @Nullable String other) {
        return own == null ? other : own;
    }
}
