package io.leadbraid.resolver;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the resolver runs.
 *
 * @param stateDir where the stores lie; kept over restarts, or they are read again from Kafka
 * @param commitInterval how long a transaction collects; the larger part of the way from a contact to a profile
 * @param threads of each of the two applications
 * @param instance the name of this process among all that run the resolver, the same after a restart; when blank,
 *     the machine's {@code HOSTNAME} where the environment tells it
 * @param epoch to be raised when the graph is built anew
 */
@ConfigurationProperties("leadbraid.resolver")
public record ResolverSettings(
        @DefaultValue("data/resolver") Path stateDir,
        @DefaultValue("40ms") Duration commitInterval,
        @DefaultValue("1") int threads,
        @DefaultValue("") String instance,
        @DefaultValue("1") long epoch) {

    public ResolverSettings {
        if (commitInterval.isNegative() || commitInterval.isZero() || threads < 1 || epoch < 1) {
            throw new IllegalArgumentException("leadbraid.resolver: commit-interval, threads and epoch are above 0");
        }
        if (instance.isBlank()) {
            instance = System.getenv().getOrDefault("HOSTNAME", "leadbraid");
        }
    }
}
