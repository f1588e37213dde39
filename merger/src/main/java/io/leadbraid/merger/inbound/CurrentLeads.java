package io.leadbraid.merger.inbound;

import static io.leadbraid.merger.leads.Columns.each;
import static io.leadbraid.merger.leads.Columns.instant;

import io.leadbraid.merger.leads.Columns;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    record Current(SourceId source, int episode, Description card, Optional<LockedLead> lead) {}

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
        List<Row> rows = read(sources);
        Set<LeadId> leads = rows.stream().flatMap(row -> row.lead().stream()).collect(Collectors.toSet());
        if (leads.isEmpty()) {
            return current(rows, Map.of());
        }
        Map<LeadId, LockedLead> locked = lockLeads(leads);
        refuseMoved(rows);
        return current(rows, locked);
    }

    private static Map<SourceId, Current> current(List<Row> rows, Map<LeadId, LockedLead> locked) {
        return rows.stream()
                .map(row -> new Current(
                        row.source(), row.episode(), row.card(), row.lead().map(lead -> get(lead, locked))))
                .collect(Collectors.toMap(Current::source, Function.identity()));
    }

    private record Row(SourceId source, int episode, Description card, Optional<LeadId> lead) {}

    private List<Row> read(Collection<SourceId> sources) {
        return jdbc.sql("""
                        SELECT s.id, s.episode, s.described_at, s.described_by, s.told, s.nickname, s.phone, s.name, i.lead_id
                        FROM source s
                        LEFT JOIN inquiry i
                            ON i.source_id = s.id AND i.episode = s.episode AND i.source_id = ANY (:sources)
                        WHERE s.id = ANY (:sources)
                        """)
                .param("sources", each(sources, SourceId::value))
                .query((row, i) -> row(row))
                .list();
    }

    private record Place(SourceId source, int episode, LeadId lead) {}

    /** Only whoever holds a lead's lock moves its inquiries, so what has not moved by now stays. */
    private void refuseMoved(List<Row> rows) {
        Set<Place> now = new HashSet<>(jdbc.sql("""
                        SELECT source_id, episode, lead_id
                        FROM inquiry
                        WHERE source_id = ANY (:sources)
                        """)
                .param("sources", each(rows, row -> row.source().value()))
                .query((row, i) -> new Place(
                        new SourceId(row.getString("source_id")),
                        row.getInt("episode"),
                        new LeadId(row.getString("lead_id"))))
                .list());
        boolean moved = rows.stream()
                .anyMatch(row -> row.lead()
                        .filter(lead -> !now.contains(new Place(row.source(), row.episode(), lead)))
                        .isPresent());
        if (moved) {
            throw new ConcurrencyFailureException("a lead was merged while it was being locked");
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new SourceId(row.getString("id")),
                row.getInt("episode"),
                new Description(
                        Columns.when(row, "described_at"),
                        row.getString("described_by"),
                        row.getString("told"),
                        Optional.ofNullable(row.getString("nickname")),
                        Optional.ofNullable(row.getString("phone")),
                        Optional.ofNullable(row.getString("name"))),
                Optional.ofNullable(row.getString("lead_id")).map(LeadId::new));
    }

    private Map<LeadId, LockedLead> lockLeads(Set<LeadId> leads) {
        return jdbc.sql("""
                        SELECT l.id, l.status, l.closed_at, l.name IS NULL AS nameless, l.attributes
                        FROM lead l
                        WHERE l.id = ANY (:leads)
                        ORDER BY l.id
                        FOR NO KEY UPDATE
                        """).param("leads", each(leads, LeadId::value)).query((row, i) -> lead(row)).list().stream()
                .collect(Collectors.toMap(LockedLead::id, Function.identity()));
    }

    private static LockedLead get(LeadId lead, Map<LeadId, LockedLead> locked) {
        LockedLead found = locked.get(lead);
        if (found == null || found.status() == LeadStatus.ABSORBED) {
            throw new ConcurrencyFailureException("a lead was merged while it was being locked");
        }
        return found;
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
