package io.leadbraid.merger.leads;

import io.leadbraid.model.LeadId;
import io.leadbraid.model.topic.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/** The table {@code lead}, one row at a time. */
public final class LeadRows {

    private static final TypeReference<Map<String, String>> ATTRIBUTES = new TypeReference<>() {};

    private final JdbcClient jdbc;

    public LeadRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<LeadRow> lock(LeadId lead) {
        return jdbc.sql("""
                        SELECT id, status, stage, name, attributes, survivor_id, version
                        FROM lead
                        WHERE id = :id
                        FOR NO KEY UPDATE
                        """)
                .param("id", lead.value())
                .query((row, i) -> row(row))
                .optional();
    }

    /** @return the new version */
    long update(LeadRow lead) {
        return jdbc.sql("""
                        UPDATE lead
                        SET status = :status, stage = :stage, name = :name, attributes = :attributes::jsonb,
                            closed_at = CASE WHEN :status = 'open' THEN NULL ELSE coalesce(closed_at, now()) END,
                            updated_at = now(), version = version + 1
                        WHERE id = :id
                        RETURNING version
                        """)
                .param("id", lead.id().value())
                .param("status", lead.status().label())
                .param("stage", lead.stage())
                .param("name", lead.name().orElse(null))
                .param("attributes", Json.MAPPER.writeValueAsString(lead.attributes()))
                .query(Long.class)
                .single();
    }

    private static LeadRow row(ResultSet row) throws SQLException {
        String status = row.getString("status");
        return new LeadRow(
                new LeadId(row.getString("id")),
                LeadStatus.parse(status),
                row.getString("stage"),
                Optional.ofNullable(row.getString("name")),
                Json.MAPPER.readValue(row.getString("attributes"), ATTRIBUTES),
                Optional.ofNullable(row.getString("survivor_id")).map(LeadId::new),
                row.getLong("version"));
    }
}
