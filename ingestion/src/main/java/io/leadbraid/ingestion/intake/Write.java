package io.leadbraid.ingestion.intake;

import io.leadbraid.ingestion.spool.Spooled;
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

    /** @param number its place among all records, by when they came */
    Write(long number, Spooled record) {
        this.number = number;
        this.record = record;
    }

    long number() {
        return number;
    }

    Spooled record() {
        return record;
    }

    /** @param failure null when it is durable */
    void finish(@Nullable Throwable failure) {
        if (failure == null) {
            durable.complete(null);
        } else {
            durable.completeExceptionally(failure);
        }
    }

    boolean isDone() {
        return durable.isDone();
    }

    boolean isFailed() {
        return durable.isCompletedExceptionally();
    }

    /** Completes when it is durable or never will be. */
    CompletableFuture<?> settled() {
        return durable.exceptionally(failure -> null);
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
