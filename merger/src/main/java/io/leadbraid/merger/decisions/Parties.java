package io.leadbraid.merger.decisions;

import static io.leadbraid.merger.leads.Columns.each;

import io.leadbraid.access.problem.FieldProblem;
import io.leadbraid.access.problem.ProblemException;
import io.leadbraid.model.LeadId;
import io.leadbraid.model.SourceId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds whom the ids of a command mean, and holds their leads until the command has committed. */
final class Parties {

    private final JdbcClient jdbc;

    Parties(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws ProblemException 404, naming the field, when there is neither a source nor a lead of that id */
    Party sourceOrLead(String field, String id) {
        return source(id).or(() -> lead(id)).orElseThrow(() -> unknown(field, "source or lead"));
    }

    /** @throws ProblemException 404, naming the field, when there is no lead of that id */
    Party lead(String field, String id) {
        return lead(id).orElseThrow(() -> unknown(field, "lead"));
    }

    private Optional<Party> source(String id) {
        return jdbc.sql("SELECT id FROM source WHERE id = :id")
                .param("id", id)
                .query((row, i) -> new Party(Set.of(new SourceId(row.getString("id"))), Optional.empty()))
                .optional();
    }

    private Optional<Party> lead(String id) {
        return jdbc.sql("SELECT coalesce(survivor_id, id) AS id FROM lead WHERE id = :id")
                .param("id", id)
                .query((row, i) -> new LeadId(row.getString("id")))
                .optional()
                .map(lead -> new Party(sourcesOf(lead), Optional.of(lead)));
    }

    private Set<SourceId> sourcesOf(LeadId lead) {
        return new HashSet<>(jdbc.sql("SELECT source_id FROM inquiry WHERE lead_id = :lead")
                .param("lead", lead.value())
                .query((row, i) -> new SourceId(row.getString("source_id")))
                .list());
    }

    /**
     * Locks leads and all that they have absorbed in the order of their ids, as everybody does who locks leads.
     *
     * @throws ProblemException 409 when one has been merged into another since it was looked for
     */
    void lock(Set<LeadId> leads) {
        long standing = jdbc
                .sql("""
                        SELECT id, status
                        FROM lead
                        WHERE id = ANY (ARRAY(
                            SELECT id FROM lead WHERE id = ANY (:ids)
                            UNION
                            SELECT id FROM lead WHERE survivor_id = ANY (:ids)))
                        ORDER BY id
                        FOR NO KEY UPDATE
                        """)
                .param("ids", each(leads, LeadId::value))
                .query((row, i) -> row.getString("status"))
                .list()
                .stream()
                .filter(status -> !status.equals("absorbed"))
                .count();
        if (standing < leads.size()) {
            throw ProblemException.conflict("lead-changed", "A lead has just been merged; please look and try again.");
        }
    }

    private static ProblemException unknown(String field, String what) {
        return ProblemException.of(
                HttpStatus.NOT_FOUND,
                "not-found",
                "There is no such " + what + ".",
                Map.of("errors", List.of(new FieldProblem(field, "is no " + what))));
    }
}
