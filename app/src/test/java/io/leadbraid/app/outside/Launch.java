package io.leadbraid.app.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How to start the product as {@code ./leadbraid up} does, with a data folder of its own below {@code target}. */
record Launch(Path data, List<String> options, Map<String, String> environment) {

    static final String KEY = "key-of-the-outside-tests";

    static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static final Path FOLDERS = Path.of("target", "outside").toAbsolutePath();
    private static final String PREFIX = "LEADBRAID_";

    /** On an empty folder. */
    static Launch afresh(String name) {
        Path data = FOLDERS.resolve(name);
        delete(data);
        return on(data);
    }

    static Launch on(Path data) {
        return new Launch(data, List.of("--port", "0"), Map.of("LEADBRAID_API_KEY", KEY));
    }

    Launch option(String... more) {
        return new Launch(data, Stream.concat(options.stream(), Stream.of(more)).toList(), environment);
    }

    Launch with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new Launch(data, options, more);
    }

    /** Starts the process and returns at once. */
    Program start() {
        try {
            Files.createDirectories(FOLDERS);
            Path out = Files.createTempFile(FOLDERS, "", ".out");
            Path err = Files.createTempFile(FOLDERS, "", ".err");
            ProcessBuilder builder =
                    new ProcessBuilder(command()).redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith(PREFIX));
            builder.environment().putAll(environment);
            return new Program(builder.start(), out, err, Instant.now());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Stops the database server that outlives a killed parent, which a next start would do otherwise. */
    void stopOrphan() {
        Path lock = data.resolve("postgres/cluster/postmaster.pid");
        if (Files.exists(lock)) {
            try (Stream<String> lines = Files.lines(lock)) {
                lines.findFirst()
                        .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
                        .filter(process -> process.info().command().orElse("").endsWith("/bin/postgres"))
                        .ifPresent(ProcessHandle::destroy);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                JAVA,
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx1g",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + Unpacked.CLASSES,
                "-Xlog:disable",
                "-jar",
                Unpacked.JAR.toString(),
                "up",
                "--data",
                data.toString()));
        command.addAll(options);
        return command;
    }

    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(folder)) {
            inside.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
