package io.leadbraid.merger.decisions;

import static io.leadbraid.merger.leads.Columns.each;

import io.leadbraid.merger.rules.Orders;
import io.leadbraid.merger.rules.Orders.Side;
import io.leadbraid.model.DecisionId;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.SourceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what people have decided about sources, whether the graph knows of it already or not. */
public final class StandingDecisions {

    private final JdbcClient jdbc;

    public StandingDecisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What was found.
     *
     * @param orders what stands between them
     * @param unheard those named by a turn that is newer than what the graph says of them
     */
    public record Found(Orders orders, Set<SourceId> unheard) {

        /** Whether the graph has yet to hear of something; its next snapshot of them says that it has. */
        public boolean isAheadOn(Collection<SourceId> sources) {
            return !Collections.disjoint(unheard, sources);
        }
    }

    private record Named(SourceId source, Side side, String kind, boolean inForce, boolean unheard) {

        static Named read(ResultSet row) throws SQLException {
            return new Named(
                    new SourceId(row.getString("source_id")),
                    new Side(new DecisionId(row.getString("decision_id")), row.getInt("side")),
                    row.getString("kind"),
                    row.getBoolean("in_force"),
                    row.getBoolean("unheard"));
        }
    }

    /**
     * Within a transaction that sees the workspace and has locked the leads, so that no command comes in between.
     *
     * @param identifiers that may be shared
     */
    public Found about(Collection<SourceId> sources, Collection<Identifier> identifiers) {
        Map<SourceId, Set<Side>> separated = new HashMap<>();
        Map<SourceId, Set<Side>> keptApart = new HashMap<>();
        Set<SourceId> unheard = new HashSet<>();
        for (Named one : named(sources)) {
            if (one.unheard()) {
                unheard.add(one.source());
            }
            if (one.inForce() && one.kind().equals(Kinds.SEPARATION)) {
                separated
                        .computeIfAbsent(one.source(), first -> new HashSet<>())
                        .add(one.side());
            }
            if (one.inForce() && one.kind().equals(Kinds.KEEP_APART)) {
                keptApart
                        .computeIfAbsent(one.source(), first -> new HashSet<>())
                        .add(one.side());
            }
        }
        return new Found(new Orders(separated, keptApart, shared(identifiers)), unheard);
    }

    private List<Named> named(Collection<SourceId> sources) {
        if (sources.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        SELECT n.source_id, n.decision_id, n.side, d.kind, d.in_force,
                               coalesce(d.seq > known.decision, false) AS unheard
                        FROM decision_source n
                        CROSS JOIN LATERAL (
                            SELECT kind, in_force, seq FROM decision WHERE id = n.decision_id OFFSET 0) d
                        LEFT JOIN LATERAL (
                            SELECT p.decision
                            FROM profile_member m
                            JOIN profile p ON p.id = m.profile_id
                            WHERE m.source_id = n.source_id
                            OFFSET 0) known ON true
                        WHERE n.source_id = ANY (:sources)
                        """)
                .param("sources", each(sources, SourceId::value))
                .query((row, i) -> Named.read(row))
                .list();
    }

    private Set<Identifier> shared(Collection<Identifier> identifiers) {
        if (identifiers.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql("""
                        SELECT identifier
                        FROM decision
                        WHERE identifier = ANY (:identifiers) AND kind = :kind AND in_force
                        """)
                .param("identifiers", each(identifiers, Identifier::canonical))
                .param("kind", Kinds.SHARED_IDENTIFIER)
                .query((row, i) -> Identifier.parse(row.getString("identifier")))
                .list());
    }
}
