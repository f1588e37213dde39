package io.leadbraid.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerIT {
    private static final String WRONG_PASSWORD = "28P01";
    private static final String NOT_PERMITTED = "42501";

    @TempDir
    static Path path;

    /** For the tests that start and stop a server themselves. */
    @TempDir
    static Path other;

    private static DataFolder folder;
    private static PostgresServer server;

    @BeforeAll
    static void start() {
        folder = DataFolder.open(path);
        server = PostgresServer.start(folder, 0, Map.of());
    }

    @AfterAll
    static void stop() {
        server.close();
        folder.close();
    }

    @Test
    void caseFoldsInCyrillicToo() throws SQLException {
        assertThat(asApp("SELECT lower('ИВАН ЁЖИКОВ')")).isEqualTo("иван ёжиков");
    }

    @Test
    void commitsAreDurable() throws SQLException {
        assertThat(asApp("SHOW fsync")).isEqualTo("on");
        assertThat(asApp("SHOW synchronous_commit")).isEqualTo("on");
        assertThat(asApp("SHOW full_page_writes")).isEqualTo("on");
    }

    @Test
    void theAppCannotCreateAnything() {
        assertRefused(NOT_PERMITTED, "CREATE TABLE mine (id int)");
        assertRefused(NOT_PERMITTED, "CREATE SCHEMA mine");
        assertRefused(NOT_PERMITTED, "CREATE TEMP TABLE mine (id int)");
        assertRefused(NOT_PERMITTED, "CREATE DATABASE mine");
        assertRefused(NOT_PERMITTED, "CREATE ROLE mine");
        assertRefused(NOT_PERMITTED, "SET ROLE leadbraid_owner");
    }

    @Test
    void theAppSeesNoTableThatItWasNotGranted() throws SQLException {
        asOwner("CREATE TABLE secret AS SELECT 1 AS id");

        assertRefused(NOT_PERMITTED, "SELECT id FROM secret");
        assertRefused(NOT_PERMITTED, "SELECT rolpassword FROM pg_authid");
    }

    @Test
    void neitherRoleIsAboveRowLevelSecurity() throws SQLException {
        assertThat(asApp("""
                SELECT count(*) FROM pg_roles
                WHERE rolname LIKE 'leadbraid%' AND (rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole)
                """)).isEqualTo("0");
    }

    @Test
    void otherDatabasesAreClosedToTheApp() {
        String elsewhere = "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres";

        assertSqlState(NOT_PERMITTED, () -> query(elsewhere, server.access().app(), "SELECT 1"));
    }

    @Test
    void aWrongPasswordIsRefused() {
        Login forged = new Login(server.access().app().username(), "guess");

        assertSqlState(WRONG_PASSWORD, () -> query(server.access().jdbcUrl(), forged, "SELECT 1"));
        assertSqlState(
                WRONG_PASSWORD, () -> query(server.access().jdbcUrl(), new Login("postgres", "postgres"), "SELECT 1"));
    }

    @Test
    void passwordsAreInOneFileForTheOwnerOnly() throws Exception {
        Path credentials = path.resolve("postgres/credentials.properties");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(credentials)))
                .isEqualTo("rw-------");
        assertThat(server.access().toString())
                .doesNotContain(server.access().app().password())
                .doesNotContain(server.access().owner().password());
    }

    @Test
    void failedStatementsLeaveNoTraceInTheServersLog() throws Exception {
        assertRefused("22P02", "SELECT CAST('anna@example.org' AS int)");

        assertThat(Files.readString(path.resolve("postgres/postgres.log"))).doesNotContain("anna@example.org");
    }

    @Test
    void dataAndAddressSurviveARestart() throws SQLException {
        DatabaseAccess first;
        try (DataFolder elsewhere = DataFolder.open(other);
                PostgresServer started = PostgresServer.start(elsewhere, 0, Map.of())) {
            first = started.access();
            query(first.jdbcUrl(), first.owner(), "CREATE TABLE kept AS SELECT 7 AS id");
        }

        try (DataFolder elsewhere = DataFolder.open(other);
                PostgresServer started = PostgresServer.start(elsewhere, 0, Map.of())) {
            assertThat(started.access()).isEqualTo(first);
            assertThat(query(first.jdbcUrl(), first.owner(), "SELECT id FROM kept"))
                    .isEqualTo("7");
        }
    }

    @Test
    void anotherPortIsChosenWhenTheKeptOneIsTaken() throws Exception {
        int kept;
        try (DataFolder elsewhere = DataFolder.open(other)) {
            kept = elsewhere.ports().claim("postgres", 0);
        }

        try (ServerSocket somebodyElse = new ServerSocket(kept, 1, InetAddress.getLoopbackAddress());
                DataFolder elsewhere = DataFolder.open(other);
                PostgresServer started = PostgresServer.start(elsewhere, 0, Map.of())) {
            assertThat(started.port()).isNotEqualTo(somebodyElse.getLocalPort());
        }
    }

    @Test
    void aLockFileThatNamesAnotherProgramIsRemoved() throws Exception {
        try (DataFolder elsewhere = DataFolder.open(other)) {
            PostgresServer.start(elsewhere, 0, Map.of()).close();
            Files.writeString(
                    other.resolve("postgres/cluster/postmaster.pid"),
                    ProcessHandle.current().pid() + "\n");

            try (PostgresServer started = PostgresServer.start(elsewhere, 0, Map.of())) {
                assertThat(query(started.access().jdbcUrl(), started.access().app(), "SELECT 1"))
                        .isEqualTo("1");
            }
        }
    }

    @Test
    void aStartThatWasKilledHalfwayIsDoneAgain(@TempDir Path fresh) throws Exception {
        Files.createDirectories(fresh.resolve("postgres/cluster-unfinished/base"));
        Files.createDirectories(fresh.resolve("postgres/programs-unfinished/bin"));

        try (DataFolder elsewhere = DataFolder.open(fresh);
                PostgresServer started = PostgresServer.start(elsewhere, 0, Map.of())) {
            assertThat(query(started.access().jdbcUrl(), started.access().app(), "SELECT 1"))
                    .isEqualTo("1");
        }
    }

    private static String asApp(String sql) throws SQLException {
        return query(server.access().jdbcUrl(), server.access().app(), sql);
    }

    private static void asOwner(String sql) throws SQLException {
        query(server.access().jdbcUrl(), server.access().owner(), sql);
    }

    private static void assertRefused(String sqlState, String sql) {
        assertSqlState(sqlState, () -> asApp(sql));
    }

    private static void assertSqlState(String sqlState, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refusal -> assertThat(refusal.getSQLState()).isEqualTo(sqlState));
    }

    /** The first column of the first row, or an empty text if there is none. */
    static String query(String jdbcUrl, Login login, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, login.username(), login.password());
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet rows = statement.getResultSet()) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }
}
