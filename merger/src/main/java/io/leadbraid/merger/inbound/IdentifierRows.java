package io.leadbraid.merger.inbound;

import static io.leadbraid.merger.leads.Columns.each;

import io.leadbraid.model.Identifier;
import io.leadbraid.model.Sightings;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.Trust;
import io.leadbraid.model.WorkspaceId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code source_identifier}: per source and identifier the same mergeable value that the graph works with. */
final class IdentifierRows {

    private final JdbcClient jdbc;

    IdentifierRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Merges with what is there. Nearly all is known already, so that is looked up before anything is written. */
    List<Known> merge(WorkspaceId workspace, Map<Known, Sightings> identifiers) {
        if (identifiers.isEmpty()) {
            return List.of();
        }
        List<Entry<Known, Sightings>> rows = List.copyOf(identifiers.entrySet());
        return jdbc.sql("""
                        INSERT INTO source_identifier AS known
                            (workspace, source_id, kind, namespace, value, trust, first_at, event_id, place)
                        SELECT :workspace, f.source_id, f.kind, f.namespace, f.value, f.trust, f.first_at, f.event_id, f.place
                        FROM unnest(:sources, :kinds, :namespaces, :values, :trusts, :firsts::timestamptz[], :events, :places)
                            AS f(source_id, kind, namespace, value, trust, first_at, event_id, place)
                        WHERE NOT EXISTS (
                            SELECT FROM source_identifier present
                            WHERE present.source_id = f.source_id AND present.kind = f.kind
                              AND present.namespace = f.namespace AND present.value = f.value
                              AND present.trust >= f.trust
                              AND (present.first_at, present.event_id, present.place) <= (f.first_at, f.event_id, f.place)
                            OFFSET 0)
                        ON CONFLICT (workspace, source_id, kind, namespace, value) DO UPDATE
                        SET trust = greatest(known.trust, excluded.trust),
                            (first_at, event_id, place) = (
                                SELECT least.first_at, least.event_id, least.place
                                FROM (VALUES (known.first_at, known.event_id, known.place),
                                             (excluded.first_at, excluded.event_id, excluded.place))
                                    AS least(first_at, event_id, place)
                                ORDER BY 1, 2, 3
                                LIMIT 1)
                        RETURNING source_id, kind, namespace, value
                        """)
                .param("workspace", workspace.value())
                .param("sources", each(rows, row -> row.getKey().source().value()))
                .param(
                        "kinds",
                        each(rows, row -> row.getKey().identifier().kind().label()))
                .param("namespaces", each(rows, row -> row.getKey().identifier().namespace()))
                .param("values", each(rows, row -> row.getKey().identifier().value()))
                .param(
                        "trusts",
                        rows.stream().map(row -> rank(row.getValue().trust())).toArray(Integer[]::new))
                .param("firsts", each(rows, row -> row.getValue().first().at().toString()))
                .param(
                        "events",
                        each(rows, row -> row.getValue().first().event().value()))
                .param("places", each(rows, row -> row.getValue().first().place()))
                .query((row, i) -> new Known(
                        new SourceId(row.getString("source_id")),
                        new Identifier(
                                kind(row.getString("kind")), row.getString("namespace"), row.getString("value"))))
                .list();
    }

    private static int rank(Trust trust) {
        return switch (trust) {
            case MENTIONED -> 0;
            case STATED -> 1;
            case VERIFIED -> 2;
            case ASSERTED -> 3;
        };
    }

    private static Identifier.Kind kind(String label) {
        return Identifier.Kind.valueOf(label.toUpperCase(Locale.ROOT));
    }
}
