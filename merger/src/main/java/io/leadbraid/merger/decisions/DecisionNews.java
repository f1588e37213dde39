package io.leadbraid.merger.decisions;

import io.leadbraid.merger.leads.Columns;
import io.leadbraid.merger.outbox.News;
import io.leadbraid.merger.outbox.Outbox;
import io.leadbraid.model.Decision;
import io.leadbraid.model.DecisionId;
import io.leadbraid.model.DecisionKey;
import io.leadbraid.model.WorkspaceId;
import io.leadbraid.model.topic.ByWorkspace;
import io.leadbraid.model.topic.Topic;
import io.leadbraid.model.topic.Topics;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Turns of decisions in the order of their numbers, each with the numbers of its earlier turns. All of a workspace lie in one
 * bucket.
 */
public final class DecisionNews implements News<DecisionKey, Decision> {

    private final JdbcClient jdbc;

    public DecisionNews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Topic<DecisionKey, Decision> topic() {
        return Topics.DECISIONS;
    }

    @Override
    public List<WorkspaceId> workspaces() {
        return jdbc.sql("SELECT workspaces_with_decision_outbox() AS workspace")
                .query((row, i) -> WorkspaceId.parse(row.getString("workspace")))
                .list();
    }

    @Override
    public Batch<DecisionKey, Decision> next(WorkspaceId workspace, int bucket, int most) {
        if (bucket != Outbox.bucketOf(workspace.toString())) {
            return new Batch<>(0, List.of(), () -> {});
        }
        List<Decision> turns = waiting(workspace, most);
        return new Batch<>(
                turns.size(),
                turns.stream().map(turn -> Map.entry(turn.key(), turn)).toList(),
                () -> delete(turns.getLast().seq()));
    }

    @Override
    public OptionalInt partition(WorkspaceId workspace, int partitions) {
        return OptionalInt.of(ByWorkspace.partition(workspace, partitions));
    }

    private List<Decision> waiting(WorkspaceId workspace, int most) {
        return jdbc.sql("""
                        SELECT t.seq, t.in_force, d.id, d.first_at, d.ruling,
                               ARRAY(SELECT e.seq
                                     FROM decision_turn e
                                     WHERE e.decision_id = d.id AND e.seq < t.seq
                                     ORDER BY e.seq) AS earlier
                        FROM decision_outbox o
                        JOIN decision_turn t ON t.seq = o.seq
                        JOIN decision d ON d.id = t.decision_id
                        ORDER BY o.seq
                        LIMIT :most
                        """)
                .param("most", most)
                .query((row, i) -> turn(workspace, row))
                .list();
    }

    private static Decision turn(WorkspaceId workspace, ResultSet row) throws SQLException {
        return new Decision(
                Decision.SCHEMA,
                workspace,
                new DecisionId(row.getString("id")),
                row.getLong("seq"),
                List.of((Long[]) row.getArray("earlier").getArray()),
                row.getBoolean("in_force"),
                Columns.when(row, "first_at"),
                Decided.ruling(row));
    }

    private void delete(long last) {
        jdbc.sql("DELETE FROM decision_outbox WHERE seq <= :last")
                .param("last", last)
                .update();
    }
}
