package io.leadbraid.merger.consumption;

import java.sql.SQLException;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Tells what will fail again, however often it is tried, from what may go better next time. */
public final class Failures {

    /** Data exception, integrity constraint violation, program limit exceeded: appendix A of PostgreSQL's manual. */
    private static final Set<String> DETERMINISTIC = Set.of("22", "23", "54");

    private Failures() {}

    public static boolean isDeterministic(RuntimeException failure) {
        if (failure instanceof PositionMovedException) {
            return false;
        }
        SQLException sql = sqlCause(failure);
        if (sql != null) {
            String state = sql.getSQLState();
            return state != null && DETERMINISTIC.contains(state.substring(0, Math.min(2, state.length())));
        }
        return !(failure instanceof DataAccessException
                || failure instanceof TransactionException
                || (failure instanceof KafkaException && !(failure instanceof SerializationException)));
    }

    /** What went wrong, without the content that it went wrong with. */
    public static String describe(RuntimeException failure) {
        SQLException sql = sqlCause(failure);
        return sql == null
                ? failure.getClass().getSimpleName()
                : failure.getClass().getSimpleName() + ", SQL state " + sql.getSQLState();
    }

    private static @Nullable SQLException sqlCause(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
