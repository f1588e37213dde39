package io.leadbraid.merger.leads;

import io.leadbraid.model.WorkspaceId;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the tokens by which leads are found. */
public final class SearchIndex {

    private final JdbcClient jdbc;

    public SearchIndex(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param holder a source, or a lead that was named by hand */
    public record Entry(String holder, String token) {}

    public void add(WorkspaceId workspace, Collection<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        INSERT INTO search_token (workspace, token, holder)
                        SELECT :workspace, e.token, e.holder
                        FROM unnest(:tokens, :holders) AS e(token, holder)
                        WHERE e.token <> ''
                        ON CONFLICT DO NOTHING
                        """)
                .param("workspace", workspace.value())
                .param("tokens", entries.stream().map(Entry::token).toArray(String[]::new))
                .param("holders", entries.stream().map(Entry::holder).toArray(String[]::new))
                .update();
    }

    void remove(Collection<Entry> entries) {
        jdbc.sql("DELETE FROM search_token WHERE token = ANY (:tokens) AND holder = ANY (:holders)")
                .param("tokens", entries.stream().map(Entry::token).toArray(String[]::new))
                .param("holders", entries.stream().map(Entry::holder).toArray(String[]::new))
                .update();
    }
}
