package io.leadbraid.bench.product;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.leadbraid.bench.stream.Slice;
import io.leadbraid.model.WorkspaceId;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;

/** Looks into the product's tables from outside, as the role that owns nothing, with few and cheap statements. */
public final class ProductDatabase implements AutoCloseable {

    private static final String APP = "leadbraid_app";

    private final HikariDataSource pool;
    private final WorkspaceId workspace;

    private ProductDatabase(HikariDataSource pool, WorkspaceId workspace) {
        this.pool = pool;
        this.workspace = workspace;
    }

    static ProductDatabase of(Path data) {
        Properties logins = new Properties();
        try (Reader reader = Files.newBufferedReader(data.resolve("postgres/credentials.properties"))) {
            logins.load(reader);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        HikariConfig config = new HikariConfig();
        config.setDriverClassName("org.postgresql.Driver");
        config.setJdbcUrl("jdbc:postgresql://127.0.0.1:" + Product.word(data.resolve("postgres.port")) + "/leadbraid");
        config.setUsername(APP);
        config.setPassword(logins.getProperty(APP));
        config.setMaximumPoolSize(2);
        // All that is looked at belongs to the workspace that a first start makes.
        config.setConnectionInitSql(
                "SELECT set_config('leadbraid.workspace', workspace::text, false) FROM all_workspaces() WHERE name = 'default'");
        HikariDataSource pool = new HikariDataSource(config);
        return new ProductDatabase(pool, workspace(pool));
    }

    private static WorkspaceId workspace(HikariDataSource pool) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT workspace FROM all_workspaces() WHERE name = 'default'");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new WorkspaceId(row.getObject(1, UUID.class));
        } catch (SQLException failure) {
            throw new IllegalStateException("the product has no default workspace", failure);
        }
    }

    public WorkspaceId workspace() {
        return workspace;
    }

    /** Whether all events of the slice are committed rows: the offset moves in the same transaction. */
    public boolean hasRows(Slice slice) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT partition, next_offset FROM consumed WHERE topic = 'leadbraid.inbound'");
                ResultSet rows = statement.executeQuery()) {
            Map<Integer, Long> consumed = new HashMap<>();
            while (rows.next()) {
                consumed.put(rows.getInt(1), rows.getLong(2));
            }
            return slice.to().entrySet().stream()
                    .allMatch(end -> consumed.getOrDefault(end.getKey().partition(), 0L) >= end.getValue());
        }
    }

    public int messages() throws SQLException {
        return count("SELECT count(*) FROM message");
    }

    /** Leads that stand by themselves. */
    public int leads() throws SQLException {
        return count("SELECT count(*) FROM lead WHERE status <> 'absorbed'");
    }

    /** The current lead of each of these sources that has one. */
    public Map<String, String> leadsOf(Collection<String> sources) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        SELECT source.id, inquiry.lead_id
                        FROM source JOIN inquiry ON inquiry.workspace = source.workspace
                            AND inquiry.source_id = source.id AND inquiry.episode = source.episode
                        WHERE source.workspace = ? AND source.id = ANY (?)
                        """)) {
            statement.setObject(1, workspace.value());
            statement.setArray(2, connection.createArrayOf("text", sources.toArray(String[]::new)));
            try (ResultSet rows = statement.executeQuery()) {
                Map<String, String> leads = new HashMap<>();
                while (rows.next()) {
                    leads.put(rows.getString(1), rows.getString(2));
                }
                return leads;
            }
        }
    }

    private int count(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
