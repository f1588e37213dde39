package io.leadbraid.merger.inbound;

import static io.leadbraid.merger.leads.Columns.instant;

import io.leadbraid.merger.leads.LeadStatus;
import io.leadbraid.model.LeadId;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.topic.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/** Finds the leads that sources write to, and keeps others from changing them until the transaction ends. */
final class CurrentLeads {

    private static final TypeReference<Map<String, String>> ATTRIBUTES = new TypeReference<>() {};

    private final JdbcClient jdbc;

    CurrentLeads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A source that is known.
     *
     * @param lead empty while only we have written
     */
    record Current(SourceId source, int episode, Optional<LockedLead> lead) {}

    record LockedLead(LeadId id, LeadStatus status, Optional<Instant> closedAt, boolean nameless, String json) {

        boolean isOpen() {
            return status == LeadStatus.OPEN;
        }

        boolean reopensAt(Instant message, Duration within) {
            return closedAt.map(closed -> !message.isAfter(closed.plus(within))).orElse(true);
        }

        /** Those that the lead does not have. */
        Map<String, String> lacking(Map<String, String> attributes) {
            Map<String, String> lacking = new HashMap<>(attributes);
            if (!attributes.isEmpty()) {
                lacking.keySet()
                        .removeAll(Json.MAPPER.readValue(json, ATTRIBUTES).keySet());
            }
            return lacking;
        }
    }

    /**
     * Locks the current leads in the order of their ids, and only then looks which they are.
     *
     * @throws ConcurrencyFailureException when a merge came between: the caller tries again
     */
    Map<SourceId, Current> lock(Collection<SourceId> sources) {
        String[] ids = sources.stream().map(SourceId::value).toArray(String[]::new);
        Map<LeadId, LockedLead> leads = lockLeads(ids);
        return jdbc.sql("""
                        SELECT s.id, s.episode, i.lead_id
                        FROM unnest(:sources) AS asked(id)
                        JOIN source s ON s.id = asked.id
                        LEFT JOIN inquiry i ON i.source_id = s.id AND i.episode = s.episode
                        """).param("sources", ids).query((row, i) -> current(row, leads)).list().stream()
                .collect(Collectors.toMap(Current::source, Function.identity()));
    }

    private Map<LeadId, LockedLead> lockLeads(String[] sources) {
        return jdbc.sql("""
                        SELECT l.id, l.status, l.closed_at, l.name IS NULL AS nameless, l.attributes
                        FROM lead l
                        WHERE l.id IN (
                            SELECT i.lead_id
                            FROM unnest(:sources) AS asked(id)
                            JOIN source s ON s.id = asked.id
                            JOIN inquiry i ON i.source_id = s.id AND i.episode = s.episode)
                        ORDER BY l.id
                        FOR NO KEY UPDATE
                        """).param("sources", sources).query((row, i) -> lead(row)).list().stream()
                .collect(Collectors.toMap(LockedLead::id, Function.identity()));
    }

    private static Current current(ResultSet row, Map<LeadId, LockedLead> locked) throws SQLException {
        String lead = row.getString("lead_id");
        return new Current(new SourceId(row.getString("id")), row.getInt("episode"), lockedOf(lead, locked));
    }

    private static Optional<LockedLead> lockedOf(@Nullable String lead, Map<LeadId, LockedLead> locked) {
        if (lead == null) {
            return Optional.empty();
        }
        LockedLead found = locked.get(new LeadId(lead));
        if (found == null || found.status() == LeadStatus.ABSORBED) {
            throw new ConcurrencyFailureException("a lead was merged while it was being locked");
        }
        return Optional.of(found);
    }

    private static LockedLead lead(ResultSet row) throws SQLException {
        String status = row.getString("status");
        return new LockedLead(
                new LeadId(row.getString("id")),
                LeadStatus.ofLabel(status).orElseThrow(),
                Optional.ofNullable(instant(row, "closed_at")),
                row.getBoolean("nameless"),
                row.getString("attributes"));
    }
}
