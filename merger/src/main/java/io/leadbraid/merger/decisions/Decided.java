package io.leadbraid.merger.decisions;

import io.leadbraid.merger.leads.Columns;
import io.leadbraid.model.DecisionId;
import io.leadbraid.model.Ruling;
import io.leadbraid.model.topic.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import tools.jackson.databind.ObjectReader;

/**
 * A decision as its last turn left it.
 *
 * @param actor who made that turn
 * @param at when
 */
record Decided(DecisionId id, Ruling ruling, boolean inForce, String reason, String actor, Instant at) {

    private static final ObjectReader RULING = Json.MAPPER.readerFor(Ruling.class);

    static Decided read(ResultSet row) throws SQLException {
        return new Decided(
                new DecisionId(row.getString("id")),
                ruling(row),
                row.getBoolean("in_force"),
                row.getString("reason"),
                row.getString("actor_id"),
                Columns.when(row, "at"));
    }

    static Ruling ruling(ResultSet row) throws SQLException {
        return RULING.readValue(row.getString("ruling"));
    }
}
