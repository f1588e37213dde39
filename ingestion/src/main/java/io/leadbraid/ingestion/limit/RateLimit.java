package io.leadbraid.ingestion.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.leadbraid.access.problem.ProblemException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * So many a minute for each key. Remembers the keys that were used last: one that was silent for a minute may send as much as a
 * new one, so forgetting it changes nothing. Thread-safe.
 */
public final class RateLimit {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MOST_KEYS = 100_000;

    private final int perMinute;
    private final TimeMeter clock;
    private final Cache<String, Bucket> buckets;

    /**
     * @param perMinute 0 for no limit
     * @param nanos a clock that only goes forward
     */
    RateLimit(int perMinute, LongSupplier nanos) {
        this.perMinute = perMinute;
        this.clock = new Nanoseconds(nanos);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_KEYS)
                .expireAfterAccess(MINUTE.multipliedBy(2))
                .build();
    }

    private record Nanoseconds(LongSupplier source) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return source.getAsLong();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }

    /**
     * Takes what somebody sends into account. Who sends more at once than a minute allows is let through when he was silent.
     *
     * @return the problem to answer with; empty when he may
     */
    public Optional<ProblemException> refuse(String key, int amount) {
        if (perMinute == 0) {
            return Optional.empty();
        }
        ConsumptionProbe probe =
                buckets.get(key, first -> bucket()).tryConsumeAndReturnRemaining(Math.clamp(amount, 1, perMinute));
        return probe.isConsumed()
                ? Optional.empty()
                : Optional.of(tooFast(Duration.ofNanos(probe.getNanosToWaitForRefill())));
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                .withCustomTimePrecision(clock)
                .build();
    }

    private static ProblemException tooFast(Duration wait) {
        ProblemException problem = ProblemException.of(
                HttpStatus.TOO_MANY_REQUESTS, "too-fast", "Too much came too fast. Please send it later.", Map.of());
        problem.getHeaders()
                .set(
                        HttpHeaders.RETRY_AFTER,
                        Long.toString(wait.plusSeconds(1).minusNanos(1).toSeconds()));
        return problem;
    }
}
