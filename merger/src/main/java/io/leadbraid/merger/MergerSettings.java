package io.leadbraid.merger;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the merger.
 *
 * @param inboundThreads how many threads of this process write messages
 * @param batch the most records that one transaction takes
 * @param instance the name of this process among all that run the merger, the same after a restart, so that its partitions
 *     wait for it; when blank, the machine's {@code HOSTNAME} where the environment tells it
 * @param automaticMerges whether the system may merge leads; without that each such merge becomes a request
 * @param reopenWithin how long after its end a lead is reopened by its client's message; later ones open a new lead
 * @param requestsExpireAfter how long a merge request waits for an answer
 * @param sweep how often all profiles are compared with their leads, whether something has changed or not
 */
@ConfigurationProperties("leadbraid.merger")
public record MergerSettings(
        @DefaultValue("2") int inboundThreads,
        @DefaultValue("1000") int batch,
        @DefaultValue("") String instance,
        @DefaultValue("true") boolean automaticMerges,
        @DefaultValue("30d") Duration reopenWithin,
        @DefaultValue("30d") Duration requestsExpireAfter,
        @DefaultValue("1h") Duration sweep) {

    public MergerSettings {
        if (inboundThreads < 1 || batch < 1) {
            throw new IllegalArgumentException("leadbraid.merger needs at least one thread and batches of one");
        }
        if (reopenWithin.isNegative() || !requestsExpireAfter.isPositive() || !sweep.isPositive()) {
            throw new IllegalArgumentException("leadbraid.merger needs spans of time that lie in the future");
        }
        if (instance.isBlank()) {
            instance = System.getenv().getOrDefault("HOSTNAME", "leadbraid");
        }
    }
}
