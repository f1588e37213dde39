package io.leadbraid.ingestion.push;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.leadbraid.access.Caller;
import io.leadbraid.access.Workspace;
import io.leadbraid.access.WorkspaceTransactions;
import io.leadbraid.access.Workspaces;
import io.leadbraid.model.WorkspaceId;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/**
 * Which request a key stood for in the last 24 hours. While the database is down keys are only checked against what this
 * process remembers: the events' ids follow from key and body, so repeats are stored once all the same.
 */
final class IdempotencyKeys {

    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyKeys.class);
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration LEFT_ALONE = Duration.ofSeconds(5);
    private static final int REMEMBERED = 50_000;

    private record Key(WorkspaceId workspace, String apiKey, String key) {}

    /** @param kept for how long the key still stands for it */
    private record First(String body, Duration kept) {}

    private final WorkspaceTransactions transactions;
    private final Workspaces workspaces;
    private final JdbcClient jdbc;
    private final Cache<Key, First> known = Caffeine.newBuilder()
            .expireAfter(Expiry.creating((Key key, First first) -> first.kept()))
            .maximumSize(REMEMBERED)
            .build();
    private final AtomicLong leftAloneUntil = new AtomicLong(System.nanoTime());

    IdempotencyKeys(WorkspaceTransactions transactions, Workspaces workspaces, JdbcClient jdbc) {
        this.transactions = transactions;
        this.workspaces = workspaces;
        this.jdbc = jdbc;
    }

    /** Whether the key is new, or stood for the same body. */
    boolean fits(Caller caller, String key, String body) {
        Key asked = new Key(caller.workspace(), caller.actor().id(), key);
        First first = known.getIfPresent(asked);
        if (first == null) {
            first = firstBody(asked, body);
            known.put(asked, first);
        }
        return first.body().equals(body);
    }

    private First firstBody(Key key, String body) {
        if (System.nanoTime() - leftAloneUntil.get() < 0) {
            return new First(body, KEPT);
        }
        try {
            return transactions.in(key.workspace(), () -> storedFirst(key, body));
        } catch (DataAccessException | TransactionException down) {
            leftAloneUntil.set(System.nanoTime() + LEFT_ALONE.toNanos());
            LOG.atWarn()
                    .addKeyValue("cause", down.getClass().getSimpleName())
                    .log("idempotency keys go unchecked for the database");
            return new First(body, KEPT);
        }
    }

    private First storedFirst(Key key, String body) {
        return jdbc.sql("""
                        INSERT INTO idempotency_key AS k (workspace, api_key, key, body)
                        VALUES (:workspace, :apiKey, :key, :body)
                        ON CONFLICT (workspace, api_key, key) DO UPDATE SET
                            body = CASE WHEN k.created_at < now() - interval '24 hours' THEN excluded.body ELSE k.body END,
                            created_at = CASE WHEN k.created_at < now() - interval '24 hours' THEN now() ELSE k.created_at END
                        RETURNING body, extract(epoch FROM created_at + interval '24 hours' - now())::bigint AS seconds
                        """)
                .param("workspace", key.workspace().value())
                .param("apiKey", key.apiKey())
                .param("key", key.key())
                .param("body", body)
                .query((row, i) -> new First(row.getString("body"), Duration.ofSeconds(row.getLong("seconds"))))
                .single();
    }

    void forgetOld() {
        workspaces.all().stream()
                .map(Workspace::id)
                .forEach(workspace -> transactions.in(
                        workspace,
                        () -> jdbc.sql("""
                        DELETE FROM idempotency_key
                        WHERE workspace = :workspace AND created_at < now() - interval '24 hours'
                        """)
                                .param("workspace", workspace.value())
                                .update()));
    }
}
