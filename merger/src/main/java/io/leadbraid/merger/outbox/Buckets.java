package io.leadbraid.merger.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * The buckets that this process publishes: one advisory lock each, held by one connection for as long as it lives. Another
 * process gets them when this one is gone.
 */
final class Buckets {

    /** Tells these advisory locks from those of others: "lbox" in ASCII. */
    private static final int OURS = 0x6c626f78;

    private final DataSource database;
    private final Set<Integer> held = new HashSet<>();
    private Optional<Connection> connection = Optional.empty();

    Buckets(DataSource database) {
        this.database = database;
    }

    /** The buckets that are ours now. Those that were ours before may not be among them. */
    Set<Integer> hold() {
        try {
            Connection open = connection();
            IntStream.range(0, Outbox.BUCKETS)
                    .filter(bucket -> !held.contains(bucket))
                    .filter(bucket -> lock(open, bucket))
                    .forEach(held::add);
            if (held.size() == Outbox.BUCKETS) {
                // Nothing was asked of the server above, so ask whether the connection, and with it the locks, still
                // lives.
                lives(open);
            }
            return Set.copyOf(held);
        } catch (SQLException lost) {
            release();
            throw new DataAccessResourceFailureException("the connection that holds the buckets is lost", lost);
        } catch (DataAccessResourceFailureException lost) {
            release();
            throw lost;
        }
    }

    private Connection connection() throws SQLException {
        if (connection.isEmpty()) {
            connection = Optional.of(database.getConnection());
        }
        return connection.get();
    }

    private static boolean lock(Connection open, int bucket) {
        try (PreparedStatement statement = open.prepareStatement("SELECT pg_try_advisory_lock(?, ?)")) {
            statement.setInt(1, OURS);
            statement.setInt(2, bucket);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException lost) {
            throw new DataAccessResourceFailureException("the connection that holds the buckets is lost", lost);
        }
    }

    private static void lives(Connection open) throws SQLException {
        if (!open.isValid(1)) {
            throw new SQLException("the connection does not answer");
        }
    }

    /** Gives the buckets to others. */
    void release() {
        held.clear();
        connection.ifPresent(Buckets::unlockAndClose);
        connection = Optional.empty();
    }

    /** A pooled connection outlives its closing, so the locks are given back first. */
    private static void unlockAndClose(Connection open) {
        try (open;
                PreparedStatement statement = open.prepareStatement("SELECT pg_advisory_unlock_all()")) {
            statement.execute();
        } catch (SQLException lost) {
            // Then the server has let go of them.
            return;
        }
    }
}
