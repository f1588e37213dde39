package io.leadbraid.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs {@code initdb} and {@code pg_ctl}. PostgreSQL refuses to run as root: then they run in a user namespace. */
final class PostgresPrograms {
    private static final long PATIENCE_MINUTES = 10;

    private final Path programs;
    private final List<String> wrapper;

    private PostgresPrograms(Path programs, List<String> wrapper) {
        this.programs = programs;
        this.wrapper = wrapper;
    }

    static PostgresPrograms in(Path programs) {
        if (!isRoot()) {
            return new PostgresPrograms(programs, List.of());
        }
        List<String> asNobody = List.of("unshare", "-U");
        if (run(List.of("unshare", "-U", "id", "-un")).succeeded()) {
            return new PostgresPrograms(programs, asNobody);
        }
        throw new ServerFailedException("PostgreSQL refuses to run as root, and this system has no user namespaces"
                + " to lend it another user; start as an ordinary user, or use an external database");
    }

    Outcome run(String program, String... arguments) {
        List<String> command = new ArrayList<>(wrapper);
        command.add(programs.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return run(command);
    }

    private static Outcome run(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new ServerFailedException(command.getFirst() + " did not end");
            }
            return new Outcome(process.exitValue(), output.strip());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run " + command.getFirst(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailedException("Interrupted while " + command.getFirst() + " ran", e);
        }
    }

    private static boolean isRoot() {
        Path self = Path.of("/proc/self");
        try {
            return Files.exists(self) && Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot tell which user this is", e);
        }
    }

    /** How a program ended, and what it said. */
    record Outcome(int status, String output) {
        boolean succeeded() {
            return status == 0;
        }
    }
}
