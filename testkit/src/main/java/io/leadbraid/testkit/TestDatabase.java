package io.leadbraid.testkit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.leadbraid.servers.DatabaseAccess;
import io.leadbraid.servers.Login;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A database that belongs to one test, with a pool for each of its two roles. */
public final class TestDatabase implements AutoCloseable {
    private final DatabaseAccess access;
    private final HikariDataSource owner;
    private final HikariDataSource app;

    private TestDatabase(DatabaseAccess access) {
        this.access = access;
        this.owner = pool(access.jdbcUrl(), access.owner());
        this.app = pool(access.jdbcUrl(), access.app());
    }

    static TestDatabase at(DatabaseAccess access) {
        return new TestDatabase(access);
    }

    /** Pools open connections when asked, and let go of idle ones, because all tests share the server. */
    private static HikariDataSource pool(String jdbcUrl, Login login) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(jdbcUrl);
        config.setUsername(login.username());
        config.setPassword(login.password());
        config.setMaximumPoolSize(10);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    /** Brings the database to the newest version of {@code classpath:db/migration}. */
    public TestDatabase migrate() {
        Flyway.configure()
                .dataSource(owner)
                .locations("classpath:db/migration")
                .placeholders(Map.of("appRole", access.app().username()))
                .load()
                .migrate();
        return this;
    }

    public DatabaseAccess access() {
        return access;
    }

    public String jdbcUrl() {
        return access.jdbcUrl();
    }

    /** For migrations and fixtures. Where a table forces row-level security, its owner is bound too. */
    public DataSource ownerDataSource() {
        return owner;
    }

    /** What the program gets: bound by row-level security. */
    public DataSource appDataSource() {
        return app;
    }

    @Override
    public void close() {
        app.close();
        owner.close();
    }
}
