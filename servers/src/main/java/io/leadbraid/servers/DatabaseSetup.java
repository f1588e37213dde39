package io.leadbraid.servers;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.ServiceLoader;

/**
 * What only a superuser can do: makes the two roles and their databases, on an embedded server or any other. PostgreSQL
 * takes no parameters in these statements, so names and passwords are checked to be plain.
 */
public final class DatabaseSetup {
    /** Role that owns the databases. */
    public static final String OWNER = "leadbraid_owner";

    /** Role that the program works with; owns nothing. */
    public static final String APP = "leadbraid_app";

    private static final String PLAIN_ROLE =
            " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD ";

    private final String serverUrl;
    private final Login superuser;
    private final Login owner;
    private final Login app;

    /**
     * @param serverUrl JDBC address up to and with the slash before the database's name
     * @param owner login for {@link #OWNER}
     * @param app login for {@link #APP}
     */
    public DatabaseSetup(String serverUrl, Login superuser, Login owner, Login app) {
        this.serverUrl = serverUrl;
        this.superuser = superuser;
        this.owner = owner;
        this.app = app;
    }

    /**
     * Creates the roles that are missing and closes the server's own databases to them. The owner may step down to the app
     * role, so that one login can serve for migrations and, after {@code SET ROLE}, for everything else.
     */
    public void createRoles() throws SQLException {
        try (Connection connection = connect("postgres")) {
            for (Login login : List.of(owner, app)) {
                if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", login.username())) {
                    execute(
                            connection,
                            "CREATE ROLE " + quoted(login.username()) + PLAIN_ROLE + literal(login.password()));
                }
            }
            execute(connection, "GRANT " + quoted(app.username()) + " TO " + quoted(owner.username()));
            execute(connection, "REVOKE ALL ON DATABASE postgres FROM PUBLIC");
            execute(connection, "REVOKE ALL ON DATABASE template1 FROM PUBLIC");
        }
    }

    /** Creates the database where it is missing; only the two roles can connect to it. */
    public DatabaseAccess createDatabase(String name) throws SQLException {
        try (Connection connection = connect("postgres")) {
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
                execute(connection, "CREATE DATABASE " + quoted(name) + " OWNER " + quoted(owner.username()));
            }
            execute(connection, "REVOKE ALL ON DATABASE " + quoted(name) + " FROM PUBLIC");
            execute(connection, "GRANT CONNECT ON DATABASE " + quoted(name) + " TO " + quoted(app.username()));
        }
        return new DatabaseAccess(serverUrl + name, owner, app);
    }

    private Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", superuser.username());
        properties.setProperty("password", superuser.password());
        Connection connection = driver().connect(serverUrl + database, properties);
        if (connection == null) {
            throw new SQLException("Not a PostgreSQL address: " + serverUrl);
        }
        return connection;
    }

    /** Not by {@code DriverManager}: inside an executable jar it finds no driver on threads of the common pool. */
    private Driver driver() throws SQLException {
        for (Driver driver : ServiceLoader.load(Driver.class, DatabaseSetup.class.getClassLoader())) {
            if (driver.acceptsURL(serverUrl)) {
                return driver;
            }
        }
        throw new SQLException("No driver for " + serverUrl);
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String quoted(String identifier) {
        if (!identifier.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("Not a plain database name: " + identifier);
        }
        return '"' + identifier + '"';
    }

    private static String literal(String password) {
        if (!password.matches("[A-Za-z0-9_-]+")) {
            throw new IllegalArgumentException("Not a generated password");
        }
        return "'" + password + "'";
    }
}
