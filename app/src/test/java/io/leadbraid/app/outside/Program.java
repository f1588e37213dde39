package io.leadbraid.app.outside;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A running jar. */
final class Program implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("^Leadbraid is ready: (\\S+)", Pattern.MULTILINE);
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private final Process process;
    private final Path out;
    private final Path err;
    private final Instant startedAt;

    Program(Process process, Path out, Path err, Instant startedAt) {
        this.process = process;
        this.out = out;
        this.err = err;
        this.startedAt = startedAt;
    }

    /** Waits until it says where it serves. */
    Outside ready() {
        await("ready")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> address().isPresent() || !process.isAlive());
        return address()
                .map(url -> new Outside(url, Launch.KEY))
                .orElseThrow(() -> new IllegalStateException("it ended with " + process.exitValue() + ":\n" + said()));
    }

    private Optional<URI> address() {
        Matcher ready = READY.matcher(read(out));
        return ready.find() ? Optional.of(URI.create(ready.group(1))) : Optional.empty();
    }

    Duration age() {
        return Duration.between(startedAt, Instant.now());
    }

    /** Everything on its terminal. */
    String said() {
        return read(out) + read(err);
    }

    /** As {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
        exitCode();
    }

    /** As Ctrl-C or {@code kill}. */
    void interrupt() {
        process.destroy();
    }

    /** Waits for its end. */
    int exitCode() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), SECONDS)) {
                throw new TimeoutException("it goes on and on:\n" + said());
            }
            return process.exitValue();
        } catch (TimeoutException late) {
            throw new IllegalStateException(late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            exitCode();
        } finally {
            process.destroyForcibly();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
