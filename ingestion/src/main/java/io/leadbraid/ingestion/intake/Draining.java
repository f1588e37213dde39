package io.leadbraid.ingestion.intake;

import io.leadbraid.ingestion.spool.Chunk;
import io.leadbraid.ingestion.spool.Spool;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that closes the direct way when Kafka does not answer, tries to reach it again, drains the spool, and opens
 * the direct way when nothing is left.
 */
final class Draining implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Draining.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration CLOSING = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration MOMENT = Duration.ofMillis(10);

    /** For the disk; senders wait meanwhile. */
    private static final Duration LAST_PATIENCE = Duration.ofMillis(300);

    private final Gate gate;
    private final Spool spool;
    private final Supplier<Line> lines;
    private final CompletableFuture<String> stopping = new CompletableFuture<>();
    private final Thread thread;
    private Optional<Line> current = Optional.empty();

    private Draining(Gate gate, Spool spool, Supplier<Line> lines) {
        this.gate = gate;
        this.spool = spool;
        this.lines = lines;
        this.thread = Thread.ofPlatform().daemon().name("spool-draining").unstarted(this::run);
    }

    /** @param lines makes new connections */
    static Draining start(Gate gate, Spool spool, Supplier<Line> lines) {
        Draining draining = new Draining(gate, spool, lines);
        draining.thread.start();
        return draining;
    }

    private void run() {
        while (!stopping.isDone()) {
            try {
                switch (gate.way()) {
                    case Way.Direct direct -> watch(direct);
                    case Way.Spooling() -> drain();
                }
            } catch (IOException | InterruptedException | RuntimeException failure) {
                LOG.atError().setCause(failure).log("the spool cannot be drained");
                giveUpLine();
                await(new CompletableFuture<>(), PAUSE);
            }
        }
        giveUpLine();
    }

    private void watch(Way.Direct direct) throws IOException {
        Line line = direct.line();
        Optional<Chunk> chunk = spool.next();
        if (chunk.isPresent()) {
            confirm(direct, chunk.get());
        } else {
            var unused = spool.finish();
            await(line.broken(), PAUSE);
        }
        if (line.broken().isDone() && !stopping.isDone()) {
            gate.close(line);
            LOG.atWarn()
                    .addKeyValue("cause", line.broken().join())
                    .log("Kafka does not take records, the spool is in use");
        }
    }

    /** Kafka was given these records already. */
    private void confirm(Way.Direct direct, Chunk chunk) throws IOException {
        Line line = direct.line();
        int records = chunk.records().size();
        List<Write> writes = direct.kept().stream().limit(records).toList();
        if (writes.size() < records) {
            // On the disk already; whoever put them there is about to say so.
            await(line.broken(), MOMENT);
        } else if (isAnswered(writes, line, PATIENCE)) {
            setRefusedAside(writes);
            writes.forEach(write -> direct.kept().remove());
            spool.drained(chunk);
        } else if (line.isSilent()) {
            line.giveUp();
        }
    }

    private void drain() throws IOException, InterruptedException {
        long before = spool.vitals().drained();
        while (!stopping.isDone()) {
            Optional<Chunk> chunk = spool.next();
            if (chunk.isPresent()) {
                drain(chunk.get());
            }
            boolean rest = chunk.map(Chunk::isLast).orElse(true);
            if (rest && gate.open(reached(), LAST_PATIENCE)) {
                current = Optional.empty();
                LOG.atInfo()
                        .addKeyValue("records", spool.vitals().drained() - before)
                        .log("the spool is drained, Kafka takes records again");
                return;
            }
            if (rest) {
                await(new CompletableFuture<>(), MOMENT);
            }
        }
    }

    private void drain(Chunk chunk) throws IOException {
        List<Write> writes = Write.all(chunk);
        while (!stopping.isDone()) {
            Line line = reached();
            List<Write> left =
                    writes.stream().filter(write -> !write.isAnswered()).toList();
            if (left.stream().allMatch(line::send) && isAnswered(left, line, PATIENCE)) {
                setRefusedAside(writes);
                spool.drained(chunk);
                return;
            }
            giveUpLine();
            await(new CompletableFuture<>(), PAUSE);
        }
    }

    private boolean isAnswered(List<Write> writes, Line line, Duration patience) {
        CompletableFuture<?> all =
                CompletableFuture.allOf(writes.stream().map(Write::answered).toArray(CompletableFuture<?>[]::new));
        await(CompletableFuture.anyOf(all, line.broken()), patience);
        return writes.stream().allMatch(Write::isAnswered);
    }

    private void setRefusedAside(List<Write> writes) throws IOException {
        for (Write refused : writes.stream().filter(Write::isRefused).toList()) {
            spool.setAside(refused.record());
            LOG.atError().log("a spooled record is refused by Kafka and set aside");
        }
    }

    /** A connection on which Kafka has answered. */
    private Line reached() {
        Line line = current.orElseGet(lines);
        current = Optional.of(line);
        while (!stopping.isDone() && !line.reachesAll()) {
            await(new CompletableFuture<>(), PAUSE);
        }
        return line;
    }

    /** Also ends when this is to stop. */
    private void await(CompletableFuture<?> event, Duration most) {
        var late = new CompletableFuture<>().completeOnTimeout("late", most.toMillis(), TimeUnit.MILLISECONDS);
        var unused = CompletableFuture.anyOf(event, stopping, late).join();
    }

    private void giveUpLine() {
        current.ifPresent(Line::close);
        current = Optional.empty();
    }

    /** Ends soon; what is not drained is left to the next process. */
    @Override
    public void close() {
        stopping.complete("stopping");
        try {
            thread.join(CLOSING.toMillis());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
