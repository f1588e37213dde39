package io.leadbraid.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.stream.Stream;

/** What a benchmark has started, in a folder of its own. All of it stops and goes at the end, also on Ctrl-C. */
public final class Started implements AutoCloseable {

    private final Path folder;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final Thread hook = Thread.ofPlatform().name("stop-all").unstarted(this::stopAll);

    private Started(Path folder) {
        this.folder = folder;
    }

    static Started inNewFolder() throws IOException {
        Started started = new Started(Files.createTempDirectory("leadbraid-bench"));
        Runtime.getRuntime().addShutdownHook(started.hook);
        return started;
    }

    public Path folder() {
        return folder;
    }

    /** To be stopped before everything that was added earlier. */
    public synchronized <T extends AutoCloseable> T add(T resource) {
        running.push(resource);
        return resource;
    }

    @Override
    public void close() {
        stopAll();
        Runtime.getRuntime().removeShutdownHook(hook);
    }

    private synchronized void stopAll() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception failure) {
                System.err.println("could not stop: " + failure);
            }
        }
        if (Files.exists(folder)) {
            delete();
        }
    }

    private void delete() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("could not delete " + folder, failure);
        }
    }
}
