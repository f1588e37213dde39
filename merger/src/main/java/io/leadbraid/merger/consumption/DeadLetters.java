package io.leadbraid.merger.consumption;

import static io.leadbraid.merger.leads.Columns.instant;

import io.leadbraid.access.Caller;
import io.leadbraid.access.Scope;
import io.leadbraid.access.WorkspaceTransactions;
import io.leadbraid.access.problem.ProblemException;
import io.leadbraid.merger.leads.Columns;
import io.leadbraid.merger.leads.Cursor;
import io.leadbraid.merger.leads.Page;
import io.leadbraid.model.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Shows what was set aside, and tries it again. */
public final class DeadLetters {

    private final WorkspaceTransactions transactions;
    private final JdbcClient jdbc;
    private final Map<String, Subscription<?>> subscriptions;

    public DeadLetters(WorkspaceTransactions transactions, JdbcClient jdbc, List<Subscription<?>> subscriptions) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.subscriptions = subscriptions.stream()
                .collect(Collectors.toMap(subscription -> subscription.topic().name(), Function.identity()));
    }

    /** From the newest on. @throws ProblemException 422 for a cursor that no list gave */
    public Page<DeadLetter> list(WorkspaceId workspace, Optional<String> cursor, int limit) {
        Cursor after = cursor.map(Cursor::parse).orElse(Cursor.AFTER_ALL);
        List<DeadLetter> oneMore = transactions.in(
                workspace,
                () -> jdbc.sql("""
                        SELECT id, topic, partition, record_offset, error, at, replayed_at
                        FROM dead_letter
                        WHERE (at, id) < (:at, :id)
                        ORDER BY at DESC, id DESC
                        LIMIT :limit
                        """)
                        .param("at", Columns.utc(after.at()))
                        .param("id", after.tie())
                        .param("limit", limit + 1)
                        .query((row, i) -> letter(row))
                        .list());
        return Page.of(oneMore, limit, letter -> new Cursor(letter.at(), letter.id()));
    }

    /**
     * Works on the record as if it came now.
     *
     * @throws ProblemException 403 without the scope, 404 for no such record, 409 {@code replay-failed} with {@code error} when
     *     it still cannot be worked on
     */
    public DeadLetter replay(Caller caller, String id) {
        caller.require(Scope.CHANNEL_CONFIGURE);
        try {
            return transactions.in(caller.workspace(), () -> {
                Stored stored = lock(id).orElseThrow(() -> ProblemException.notFound("dead letter"));
                Optional.ofNullable(subscriptions.get(stored.letter().topic()))
                        .ifPresent(subscription -> apply(subscription, stored.value(), caller.workspace()));
                return replayed(id);
            });
        } catch (RuntimeException failure) {
            if (failure instanceof ProblemException || !Failures.isDeterministic(failure)) {
                throw failure;
            }
            throw ProblemException.of(
                    HttpStatus.CONFLICT,
                    "replay-failed",
                    "The record still cannot be worked on.",
                    Map.of("error", Failures.describe(failure)));
        }
    }

    private static <V> void apply(Subscription<V> subscription, byte @Nullable [] value, WorkspaceId workspace) {
        subscription.read(value).ifPresent(read -> {
            if (!read.workspace().equals(workspace)) {
                throw new IllegalArgumentException("the record belongs to another workspace");
            }
            subscription.work().apply(workspace, List.of(read.value()));
        });
    }

    private record Stored(DeadLetter letter, byte @Nullable [] value) {}

    private Optional<Stored> lock(String id) {
        return jdbc.sql("""
                        SELECT id, topic, partition, record_offset, error, at, replayed_at, value
                        FROM dead_letter
                        WHERE id = :id
                        FOR UPDATE
                        """)
                .param("id", id)
                .query((row, i) -> new Stored(letter(row), row.getBytes("value")))
                .optional();
    }

    private DeadLetter replayed(String id) {
        return jdbc.sql("""
                        UPDATE dead_letter
                        SET replayed_at = now()
                        WHERE id = :id
                        RETURNING id, topic, partition, record_offset, error, at, replayed_at
                        """).param("id", id).query((row, i) -> letter(row)).single();
    }

    private static DeadLetter letter(ResultSet row) throws SQLException {
        return new DeadLetter(
                row.getString("id"),
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("record_offset"),
                row.getString("error"),
                Columns.when(row, "at"),
                instant(row, "replayed_at"));
    }
}
