package io.leadbraid.merger.decisions;

import io.leadbraid.merger.leads.KeyLookups;
import io.leadbraid.merger.leads.SearchTokens;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.SourceId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who has an identifier. Found by the tokens of the search, which spares every new identifier one more index. */
final class IdentifierHolders {

    private final JdbcClient jdbc;

    IdentifierHolders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param verified whether a platform vouches for it, or somebody of the company */
    record Holder(SourceId source, boolean verified) {}

    /** Those who have at least stated it. */
    List<Holder> of(Identifier identifier) {
        KeyLookups.prefer(jdbc);
        return jdbc.sql("""
                        SELECT held.source_id, held.trust >= 2 AS verified
                        FROM search_token t
                        CROSS JOIN LATERAL (
                            SELECT source_id, trust
                            FROM source_identifier
                            WHERE source_id = t.holder AND kind = :kind AND namespace = :namespace AND value = :value
                            OFFSET 0) held
                        WHERE t.token = :token AND held.trust >= 1
                        """)
                .param("kind", identifier.kind().label())
                .param("namespace", identifier.namespace())
                .param("value", identifier.value())
                .param("token", SearchTokens.of(identifier).findFirst().orElse(""))
                .query((row, i) -> new Holder(new SourceId(row.getString("source_id")), row.getBoolean("verified")))
                .list();
    }
}
