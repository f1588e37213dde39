package io.leadbraid.app.outside;

import java.util.concurrent.atomic.AtomicInteger;

/** Runs something once, when something else has happened often enough. */
final class Countdown {

    private final AtomicInteger left;
    private final Runnable then;

    Countdown(int from, Runnable then) {
        this.left = new AtomicInteger(from);
        this.then = then;
    }

    void count() {
        if (left.decrementAndGet() == 0) {
            then.run();
        }
    }
}
