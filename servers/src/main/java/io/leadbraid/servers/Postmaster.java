package io.leadbraid.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One PostgreSQL server process on one data folder: initialised, started, stopped, and found again after a kill. */
final class Postmaster {
    private static final Logger log = LoggerFactory.getLogger(Postmaster.class);
    private static final String PATIENCE_SECONDS = "300";

    private final PostgresPrograms programs;
    private final Path folder;
    private final Path cluster;

    Postmaster(PostgresPrograms programs, Path folder) {
        this.programs = programs;
        this.folder = folder;
        this.cluster = folder.resolve("cluster");
    }

    /**
     * Creates the cluster where there is none. The builtin C.UTF-8 locale folds case in every script and, unlike those of
     * the C library and ICU, never changes under existing indexes.
     */
    void initialise(Login superuser) throws IOException {
        if (Files.exists(cluster)) {
            return;
        }
        Path unfinished = folder.resolve("cluster-unfinished");
        Folders.delete(unfinished);
        Path passwordFile = Credentials.secretFile(folder, superuser.password());
        try {
            demand(programs.run(
                    "initdb",
                    "--pgdata=" + unfinished,
                    "--username=" + superuser.username(),
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8"));
        } finally {
            Files.delete(passwordFile);
        }
        Files.move(unfinished, cluster);
    }

    /**
     * Stops the server that a killed process left behind. A lock file of a server that is gone is PostgreSQL's own to judge,
     * unless its process number has been given to some other program: then only we know that the file is stale.
     */
    void stopOrphan() throws IOException {
        Optional<ProcessHandle> process = lockFileProcess();
        if (process.isEmpty()) {
            return;
        }
        if (isOurs(process.get())) {
            log.atInfo()
                    .addKeyValue("pid", process.get().pid())
                    .log("Stopping a PostgreSQL server left by a killed process");
            stop();
        } else {
            Files.delete(lockFile());
        }
    }

    /** Starts the server and returns what {@code pg_ctl} said when it serves or has given up. */
    PostgresPrograms.Outcome start(List<String> options) throws IOException {
        Files.deleteIfExists(logFile());
        return programs.run(
                "pg_ctl",
                "start",
                "--pgdata=" + cluster,
                "--log=" + logFile(),
                "--timeout=" + PATIENCE_SECONDS,
                "--wait",
                "--options=" + String.join(" ", options));
    }

    void stop() {
        demand(programs.run(
                "pg_ctl", "stop", "--pgdata=" + cluster, "--mode=fast", "--timeout=" + PATIENCE_SECONDS, "--wait"));
    }

    boolean isRunning() {
        try {
            return lockFileProcess().filter(this::isOurs).isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + lockFile(), e);
        }
    }

    String lastWords() throws IOException {
        return Files.exists(logFile()) ? Files.readString(logFile()).strip() : "";
    }

    private Optional<ProcessHandle> lockFileProcess() throws IOException {
        if (!Files.exists(lockFile())) {
            return Optional.empty();
        }
        return Files.readAllLines(lockFile()).stream()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("\\d{1,18}"))
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
                .filter(ProcessHandle::isAlive);
    }

    private boolean isOurs(ProcessHandle process) {
        boolean isPostgres = process.info()
                .command()
                .filter(command -> command.endsWith("/bin/postgres"))
                .isPresent();
        return isPostgres
                && process.info().arguments().stream()
                        .flatMap(Arrays::stream)
                        .anyMatch(argument -> argument.equals(cluster.toString()));
    }

    private static void demand(PostgresPrograms.Outcome outcome) {
        if (!outcome.succeeded()) {
            throw new ServerFailedException("PostgreSQL: " + outcome.output());
        }
    }

    private Path lockFile() {
        return cluster.resolve("postmaster.pid");
    }

    private Path logFile() {
        return folder.resolve("postgres.log");
    }
}
