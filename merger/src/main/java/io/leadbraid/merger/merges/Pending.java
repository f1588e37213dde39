package io.leadbraid.merger.merges;

import static io.leadbraid.merger.leads.Columns.each;

import io.leadbraid.merger.background.Signal;
import io.leadbraid.model.LeadId;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.WorkspaceId;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sources whose leads must be compared again. Whoever changes a profile or a lead marks its sources in the same transaction,
 * and the comparison comes in a later one: so of two transactions that cannot see each other's change, the one that commits
 * last has it compared, and nobody locks leads while he holds others.
 */
public final class Pending {

    private final JdbcClient jdbc;
    private final Signal signal;

    public Pending(JdbcClient jdbc, Signal signal) {
        this.jdbc = jdbc;
        this.signal = signal;
    }

    public void add(WorkspaceId workspace, Collection<SourceId> sources) {
        if (sources.isEmpty()) {
            return;
        }
        jdbc.sql("INSERT INTO pending (workspace, source_id) SELECT :workspace, unnest(:sources)")
                .param("workspace", workspace.value())
                .param("sources", sources.stream().map(SourceId::value).toArray(String[]::new))
                .update();
        signal.raiseAfterCommit();
    }

    public void addSourcesOf(WorkspaceId workspace, Collection<LeadId> leads) {
        jdbc.sql("""
                        INSERT INTO pending (workspace, source_id)
                        SELECT :workspace, source_id FROM inquiry WHERE lead_id = ANY (:leads)
                        """)
                .param("workspace", workspace.value())
                .param("leads", each(leads, LeadId::value))
                .update();
        signal.raiseAfterCommit();
    }

    /** Marks one source of each profile on several open leads, and of each open lead of several profiles. @return how many */
    int addAllDivided(WorkspaceId workspace) {
        int marked = jdbc.sql("""
                        INSERT INTO pending (workspace, source_id)
                        SELECT :workspace, min(m.source_id)
                        FROM profile_member m
                        JOIN source s ON s.id = m.source_id
                        JOIN inquiry i ON i.source_id = s.id AND i.episode = s.episode
                        JOIN lead l ON l.id = i.lead_id AND l.status = 'open'
                        GROUP BY m.profile_id
                        HAVING count(DISTINCT l.id) > 1
                        UNION
                        SELECT :workspace, min(m.source_id)
                        FROM profile_member m
                        JOIN source s ON s.id = m.source_id
                        JOIN inquiry i ON i.source_id = s.id AND i.episode = s.episode
                        JOIN lead l ON l.id = i.lead_id AND l.status = 'open' AND NOT l.held
                        GROUP BY l.id
                        HAVING count(DISTINCT m.profile_id) > 1
                        """).param("workspace", workspace.value()).update();
        if (marked > 0) {
            signal.raiseAfterCommit();
        }
        return marked;
    }

    /** Takes some away. What another transaction is taking is left to it. */
    Set<SourceId> take(int most) {
        return jdbc
                .sql("""
                        DELETE FROM pending
                        WHERE id = ANY (ARRAY(SELECT id FROM pending ORDER BY id LIMIT :most FOR UPDATE SKIP LOCKED))
                        RETURNING source_id
                        """)
                .param("most", most)
                .query((row, i) -> new SourceId(row.getString("source_id")))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }
}
