package io.leadbraid.bench.product;

import io.leadbraid.bench.measure.CpuClock;
import io.leadbraid.bench.measure.CpuUse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The product as a user starts it: one child process with broker, database and all roles. */
public final class Product implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration STOP = Duration.ofSeconds(40);
    private static final int WORDS = 10;
    private static final String READY = "Leadbraid is ready";

    private final Installation installation;
    private final Process process;

    private Product(Installation installation, Process process) {
        this.installation = installation;
        this.process = process;
    }

    /** Returns when it serves. */
    public static Product start(Installation installation) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(installation.command()).redirectErrorStream(true);
        builder.environment().put("LEADBRAID_API_KEY", Installation.API_KEY);
        Process process = builder.start();
        Product product = new Product(installation, process);
        CompletableFuture<Void> ready = new CompletableFuture<>();
        Thread.ofPlatform().name("product-output").daemon().start(() -> product.keepOutput(ready));
        try {
            ready.get(START.toSeconds(), TimeUnit.SECONDS);
            return product;
        } catch (ExecutionException | TimeoutException failure) {
            product.close();
            throw new IllegalStateException("the product did not start: " + product.lastWords(), failure);
        }
    }

    private String lastWords() throws IOException {
        List<String> lines = Files.readAllLines(installation.log());
        return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - WORDS), lines.size()));
    }

    private void keepOutput(CompletableFuture<Void> ready) {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
                PrintWriter log = new PrintWriter(Files.newBufferedWriter(installation.log()), true)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                log.println(line);
                if (line.startsWith(READY)) {
                    ready.complete(null);
                }
            }
            ready.completeExceptionally(new IllegalStateException("it ended"));
        } catch (IOException failure) {
            ready.completeExceptionally(failure);
        }
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), installation.port());
    }

    /** Address of its broker. */
    public String bootstrap() {
        return "127.0.0.1:" + word(installation.data().resolve("kafka.port"));
    }

    public ProductDatabase database() {
        return ProductDatabase.of(installation.data());
    }

    /** Processor time so far: threads of the process, and its database server beside them. */
    public CpuUse cpu() {
        return CpuClock.threadsOf(process.pid(), ProductThreads::group)
                .plus(CpuClock.family(postmaster(), "PostgreSQL"));
    }

    private long postmaster() {
        return Long.parseLong(word(installation.data().resolve("postgres/cluster/postmaster.pid")));
    }

    static String word(Path file) {
        try {
            return Files.readAllLines(file).getFirst().strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Stops it as Ctrl-C does; by force if that takes too long. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
