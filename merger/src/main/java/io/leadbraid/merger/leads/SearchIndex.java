package io.leadbraid.merger.leads;

import io.leadbraid.model.WorkspaceId;
import java.util.Collection;
import java.util.List;
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

    /** Forgets all other tokens of the holder. */
    void replace(WorkspaceId workspace, String holder, List<String> tokens) {
        jdbc.sql("DELETE FROM search_token WHERE holder = :holder")
                .param("holder", holder)
                .update();
        add(workspace, tokens.stream().map(token -> new Entry(holder, token)).toList());
    }
}
