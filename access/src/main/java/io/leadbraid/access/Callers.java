package io.leadbraid.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Finds the caller of a secret, and goes on knowing him while the database is down. Once what was read is {@link #FRESH} old it
 * is read again in the background, and once it is {@link #STALE} before the answer, so that a key that was taken away is not
 * good for one more call however long it was idle.
 */
public final class Callers {

    private static final Logger LOG = LoggerFactory.getLogger(Callers.class);
    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final Duration STALE = Duration.ofSeconds(30);
    private static final Duration FORGOTTEN = Duration.ofHours(24);
    private static final int MOST = 10_000;

    private record Known(Optional<Caller> caller, Instant read) {}

    private final ApiKeys keys;
    private final InstantSource clock;
    private final LoadingCache<String, Known> known;

    Callers(ApiKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
        this.known = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(FORGOTTEN)
                .refreshAfterWrite(FRESH)
                .build(this::read);
    }

    public Optional<Caller> bySecret(String secret) {
        Known found = known.get(secret);
        return found.read().plus(STALE).isBefore(clock.instant()) ? readAgain(secret, found) : found.caller();
    }

    private Optional<Caller> readAgain(String secret, Known before) {
        try {
            Known now = read(secret);
            known.put(secret, now);
            return now.caller();
        } catch (DataAccessException down) {
            LOG.atWarn()
                    .addKeyValue("cause", down.getClass().getSimpleName())
                    .log("keys go unchecked for the database");
            return before.caller();
        }
    }

    private Known read(String secret) {
        return new Known(keys.find(secret), clock.instant());
    }
}
