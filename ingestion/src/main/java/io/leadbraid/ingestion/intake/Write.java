package io.leadbraid.ingestion.intake;

import io.leadbraid.ingestion.spool.Chunk;
import io.leadbraid.ingestion.spool.Spooled;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A record on its way to where it is durable: Kafka or the spool. */
final class Write {

    private final long number;
    private final Spooled record;
    private final CompletableFuture<Void> durable = new CompletableFuture<>();
    private final CompletableFuture<Void> answered = new CompletableFuture<>();
    private volatile boolean spooled;

    /** @param number its place among all records, by when they came */
    Write(long number, Spooled record) {
        this.number = number;
        this.record = record;
    }

    /** The records of a chunk, on their way from the spool to Kafka. */
    static List<Write> all(Chunk chunk) {
        return chunk.records().stream().map(Write::fromSpool).toList();
    }

    private static Write fromSpool(Spooled record) {
        Write write = new Write(0, record);
        write.setSpooled(true);
        return write;
    }

    long number() {
        return number;
    }

    Spooled record() {
        return record;
    }

    /** @param refusal why Kafka will never take it; null when it has */
    void answer(@Nullable Throwable refusal) {
        finish(answered, refusal);
        finish(durable, refusal);
    }

    /** @param failure null when it is durable */
    void finish(@Nullable Throwable failure) {
        finish(durable, failure);
    }

    private static void finish(CompletableFuture<Void> future, @Nullable Throwable failure) {
        if (failure == null) {
            future.complete(null);
        } else {
            future.completeExceptionally(failure);
        }
    }

    /** Whether it is in the spool, or on its way there. */
    boolean isSpooled() {
        return spooled;
    }

    void setSpooled(boolean spooled) {
        this.spooled = spooled;
    }

    boolean isFailed() {
        return durable.isCompletedExceptionally();
    }

    /** Whether Kafka has it, or never will. */
    boolean isAnswered() {
        return answered.isDone();
    }

    boolean isRefused() {
        return answered.isCompletedExceptionally();
    }

    /** Completes when Kafka has it or never will. */
    CompletableFuture<?> answered() {
        return answered.exceptionally(refusal -> null);
    }

    boolean isDoneBy(long deadline) throws InterruptedException {
        try {
            durable.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            return true;
        } catch (ExecutionException failed) {
            return true;
        } catch (TimeoutException late) {
            return false;
        }
    }

    /** Why it is not durable; empty when it is. */
    Optional<String> failure() {
        return switch (durable.state()) {
            case SUCCESS -> Optional.empty();
            case RUNNING -> Optional.of("not durable in time");
            case FAILED, CANCELLED -> Optional.of(durable.exceptionNow().toString());
        };
    }
}
