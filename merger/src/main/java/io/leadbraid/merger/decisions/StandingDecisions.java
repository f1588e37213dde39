package io.leadbraid.merger.decisions;

import static io.leadbraid.merger.leads.Columns.each;

import io.leadbraid.merger.rules.Orders;
import io.leadbraid.merger.rules.Orders.Side;
import io.leadbraid.model.DecisionId;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.ProfileSnapshot;
import io.leadbraid.model.ProfileSnapshot.Held;
import io.leadbraid.model.ProfileSnapshot.Member;
import io.leadbraid.model.SourceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what people have decided about the members of profiles, whether the graph knows of it already or not. */
public final class StandingDecisions {

    private final JdbcClient jdbc;

    public StandingDecisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What was found.
     *
     * @param orders what stands against merging
     * @param newest the number of the last turn of any decision that names the source
     */
    public record Found(Orders orders, Map<SourceId, Long> newest) {

        /** Whether the graph had not heard of everything when it drew the profile. */
        public boolean isAheadOf(ProfileSnapshot snapshot) {
            return snapshot.members().stream()
                    .anyMatch(member -> newest.getOrDefault(member.source(), 0L) > snapshot.decision());
        }
    }

    private record Named(SourceId source, Side side, String kind, boolean inForce, long seq) {

        static Named read(ResultSet row) throws SQLException {
            return new Named(
                    new SourceId(row.getString("source_id")),
                    new Side(new DecisionId(row.getString("decision_id")), row.getInt("side")),
                    row.getString("kind"),
                    row.getBoolean("in_force"),
                    row.getLong("seq"));
        }
    }

    /** Within a transaction that sees the workspace and has locked the leads, so that no command comes in between. */
    public Found about(Collection<ProfileSnapshot> profiles) {
        List<Member> members =
                profiles.stream().flatMap(profile -> profile.members().stream()).toList();
        Map<SourceId, Set<Side>> separated = new HashMap<>();
        Map<SourceId, Set<Side>> keptApart = new HashMap<>();
        Map<SourceId, Long> newest = new HashMap<>();
        for (Named one : named(members)) {
            newest.merge(one.source(), one.seq(), Math::max);
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
        return new Found(new Orders(separated, keptApart, shared(members)), newest);
    }

    private List<Named> named(List<Member> members) {
        return jdbc.sql("""
                        SELECT n.source_id, n.decision_id, n.side, d.kind, d.in_force, d.seq
                        FROM decision_source n
                        CROSS JOIN LATERAL (
                            SELECT kind, in_force, seq FROM decision WHERE id = n.decision_id OFFSET 0) d
                        WHERE n.source_id = ANY (:sources)
                        """)
                .param("sources", each(members, member -> member.source().value()))
                .query((row, i) -> Named.read(row))
                .list();
    }

    private Set<Identifier> shared(List<Member> members) {
        Set<Identifier> identifiers = members.stream()
                .flatMap(member -> member.evidence().stream().map(Held::fact))
                .filter(Identifier.class::isInstance)
                .map(Identifier.class::cast)
                .collect(Collectors.toSet());
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
