package io.leadbraid.simulator.sending;

import io.leadbraid.simulator.population.Post;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/** Sends posts as platforms do: at their own pace, whether the product keeps up or not, and again after 429, 503 or silence. */
public final class Sender {

    private static final int MOST_AT_ONCE = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
    private static final Set<Integer> AGAIN = Set.of(408, 429, 500, 502, 503, 504);
    private static final int HOPELESS = 50;

    private final Instance instance;
    private final Doors doors;
    private final int rate;
    private final BooleanSupplier stopped;

    private final Set<Post> taken = ConcurrentHashMap.newKeySet();
    private final Map<Integer, Integer> refused = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> tries = new ConcurrentHashMap<>();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicLong slowest = new AtomicLong();
    private final AtomicLong busy = new AtomicLong();

    /** @param rate posts a second */
    public Sender(Instance instance, Doors doors, int rate, BooleanSupplier stopped) {
        this.instance = instance;
        this.doors = doors;
        this.rate = rate;
        this.stopped = stopped;
    }

    /**
     * Sends them in this order and waits for all answers.
     *
     * @param progress is told how many were answered
     * @throws Refusal when the product takes none at all
     */
    public void send(List<Post> posts, LongConsumer progress) {
        long begin = System.nanoTime();
        int before = answered.get();
        Semaphore room = new Semaphore(MOST_AT_ONCE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < posts.size() && !stopped.getAsBoolean() && !isHopeless(); i++) {
                Post post = posts.get(i);
                pauseUntil(begin + TimeUnit.SECONDS.toNanos(i) / rate);
                room.acquireUninterruptibly();
                sent.incrementAndGet();
                var unused = threads.submit(() -> {
                    try {
                        deliver(post);
                    } finally {
                        room.release();
                        progress.accept(answered.incrementAndGet() - before);
                    }
                });
            }
        }
        busy.addAndGet(System.nanoTime() - begin);
        if (isHopeless()) {
            throw new Refusal("The product takes nothing: " + refused + " (status=posts).");
        }
    }

    private boolean isHopeless() {
        return acknowledged.get() == 0 && answered.get() >= HOPELESS && !refused.isEmpty();
    }

    private static void pauseUntil(long nanoTime) {
        long left = nanoTime - System.nanoTime();
        while (left > 0) {
            LockSupport.parkNanos(left);
            left = nanoTime - System.nanoTime();
        }
    }

    private void deliver(Post post) {
        Parcel parcel = doors.parcel(post);
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        Duration pause = Duration.ofSeconds(1);
        while (true) {
            long begin = System.nanoTime();
            int status = 0;
            Duration asked = Duration.ZERO;
            try {
                HttpResponse<String> response = instance.send(parcel);
                status = response.statusCode();
                asked = retryAfter(response);
                slowest.accumulateAndGet(System.nanoTime() - begin, Math::max);
            } catch (IOException silence) {
                asked = Duration.ZERO;
            }
            if (status / 100 == 2 || status / 100 == 3) {
                taken.add(post);
                acknowledged.incrementAndGet();
                return;
            }
            if (status != 0 && !AGAIN.contains(status)) {
                refused.merge(status, 1, Integer::sum);
                return;
            }
            tries.merge(status, 1, Integer::sum);
            Duration wait = asked.isZero() ? pause : asked;
            if (stopped.getAsBoolean() || System.nanoTime() + wait.toNanos() > giveUp) {
                return;
            }
            pauseUntil(System.nanoTime() + wait.toNanos());
            pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
        }
    }

    /** Seconds; a date, which nobody sends here, counts as nothing. */
    private static Duration retryAfter(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> shorter(Duration.ofSeconds(Math.max(1, Long.parseLong(value))), LONGEST_PAUSE))
                .orElse(Duration.ZERO);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** The posts that were taken at least once. */
    public Set<Post> taken() {
        return Set.copyOf(taken);
    }

    public Tally tally() {
        int lost = refused.values().stream().mapToInt(Integer::intValue).sum();
        return new Tally(
                sent.get(),
                acknowledged.get(),
                sent.get() - acknowledged.get() - lost,
                new TreeMap<>(refused),
                new TreeMap<>(tries),
                TimeUnit.NANOSECONDS.toMillis(slowest.get()),
                busy.get() / 1e9);
    }
}
