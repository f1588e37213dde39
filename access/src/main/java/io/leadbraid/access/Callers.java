package io.leadbraid.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Optional;

/**
 * Finds the caller of a secret, and goes on knowing him while the database is down: what was read is kept, and read
 * again in the background once it is {@link #FRESH} old.
 */
public final class Callers {

    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final Duration FORGOTTEN = Duration.ofHours(24);
    private static final int MOST = 10_000;

    private final LoadingCache<String, Optional<Caller>> known;

    Callers(ApiKeys keys) {
        this.known = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(FORGOTTEN)
                .refreshAfterWrite(FRESH)
                .build(keys::find);
    }

    public Optional<Caller> bySecret(String secret) {
        return known.get(secret);
    }
}
