package io.leadbraid.testkit;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A value that is made by the first who asks, while others wait, and never again. */
final class OnDemand<T> {
    private final FutureTask<T> making;

    OnDemand(Callable<T> maker) {
        making = new FutureTask<>(maker);
    }

    /** @throws IllegalStateException if the value could not be made; the cause says why */
    T get() {
        making.run();
        try {
            return making.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A test server did not start", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a test server started", e);
        }
    }

    /** Empty if nobody has asked, or if it could not be made. */
    Optional<T> made() {
        return making.state() == FutureTask.State.SUCCESS ? Optional.of(making.resultNow()) : Optional.empty();
    }
}
