package io.leadbraid.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real, durable PostgreSQL server as a child process. It outlives a kill of this one; the next start on the same folder
 * stops it cleanly first. Its superuser never leaves this class.
 */
public final class PostgresServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PostgresServer.class);
    private static final int TRIES = 20;

    private final Postmaster postmaster;
    private final DatabaseSetup setup;
    private final DatabaseAccess access;
    private final int port;

    private PostgresServer(Postmaster postmaster, int port, Credentials credentials) throws SQLException {
        this.postmaster = postmaster;
        this.port = port;
        this.setup = new DatabaseSetup(
                "jdbc:postgresql://127.0.0.1:" + port + "/",
                credentials.superuser(),
                credentials.owner(),
                credentials.app());
        setup.createRoles();
        this.access = createDatabase("leadbraid");
    }

    /**
     * Starts the server with the database {@code leadbraid} and returns when it serves.
     *
     * @param folder where programs, credentials and data live
     * @param wantedPort 0 for the port of the last start, or any free one at the first
     * @param overrides server settings that win over the built-in ones; values without spaces
     * @throws ServerFailedException if it does not start
     */
    public static PostgresServer start(DataFolder folder, int wantedPort, Map<String, String> overrides) {
        Path own = folder.folder("postgres");
        Credentials credentials = Credentials.keptIn(own);
        Postmaster postmaster = new Postmaster(PostgresPrograms.in(PostgresBinaries.unpackedIn(own)), own);
        try {
            postmaster.stopOrphan();
            postmaster.initialise(credentials.superuser());
            int port = startOnFreePort(folder.ports(), wantedPort, overrides, postmaster);
            PostgresServer server = ready(postmaster, port, credentials);
            log.atInfo().addKeyValue("port", port).log("PostgreSQL started");
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start in " + own, e);
        }
    }

    /** Tries again while the port is snatched, or while the last backends of a killed server let go of its memory. */
    private static int startOnFreePort(
            Ports ports, int wantedPort, Map<String, String> overrides, Postmaster postmaster) throws IOException {
        for (int attempt = 1; ; attempt++) {
            int port = ports.claim("postgres", wantedPort);
            try {
                if (postmaster.start(PostgresSettings.options(port, overrides)).succeeded()) {
                    return port;
                }
            } finally {
                ports.release(port);
            }
            String lastWords = postmaster.lastWords();
            boolean passing = lastWords.contains("still in use") || !Ports.isFree(port);
            if (!passing || attempt == TRIES) {
                throw new ServerFailedException("PostgreSQL did not start: " + lastWords);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(250));
        }
    }

    private static PostgresServer ready(Postmaster postmaster, int port, Credentials credentials) {
        try {
            return new PostgresServer(postmaster, port, credentials);
        } catch (SQLException e) {
            postmaster.stop();
            throw new ServerFailedException("PostgreSQL started but could not be set up: " + e.getMessage(), e);
        }
    }

    /** The database {@code leadbraid}. */
    public DatabaseAccess access() {
        return access;
    }

    public int port() {
        return port;
    }

    /** Another database beside {@code leadbraid} with the same two roles; an existing one is left as it is. */
    public DatabaseAccess createDatabase(String name) throws SQLException {
        return setup.createDatabase(name);
    }

    /** Rolls open transactions back, writes everything to disk and stops. */
    @Override
    public void close() {
        if (postmaster.isRunning()) {
            postmaster.stop();
            log.atInfo().addKeyValue("port", port).log("PostgreSQL stopped");
        }
    }
}
