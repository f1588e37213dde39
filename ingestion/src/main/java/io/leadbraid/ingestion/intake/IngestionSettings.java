package io.leadbraid.ingestion.intake;

import io.leadbraid.ingestion.normal.Regions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How contacts are taken in.
 *
 * @param defaultRegion whose national phone spellings are meant where neither channel nor contact says it
 * @param storeWithin how long Kafka may take before a contact goes into the spool
 * @param webhookLimit the largest body of a webhook; in Base64 it must still fit into a Kafka record
 * @param pushLimit the largest body of a push
 * @param pushItems the most contacts in one push
 * @param recentEvents how many events are remembered for telling a repeat from a new one
 * @param channelsFresh how long a change to a channel by another process may stay unseen
 * @param spool where contacts wait while Kafka is away
 */
@Validated
@ConfigurationProperties("leadbraid.ingestion")
public record IngestionSettings(
        @DefaultValue("RU") @NotBlank String defaultRegion,
        @DefaultValue("1s") @NotNull Duration storeWithin,
        @DefaultValue("640KB") @NotNull DataSize webhookLimit,
        @DefaultValue("1MB") @NotNull DataSize pushLimit,
        @DefaultValue("500") @Min(1) @Max(10_000) int pushItems,
        @DefaultValue("200000") @Min(0) int recentEvents,
        @DefaultValue("3s") @NotNull Duration channelsFresh,
        @DefaultValue @NotNull @Valid SpoolSettings spool) {

    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final DataSize LARGEST_WEBHOOK = DataSize.ofKilobytes(700);

    @AssertTrue(message = "default-region must be an ISO 3166 alpha-2 code that has phone numbers")
    boolean isDefaultRegionKnown() {
        return Regions.read(defaultRegion).isPresent();
    }

    @AssertTrue(message = "store-within and channels-fresh must be at least 100 ms")
    boolean isPatient() {
        return storeWithin.compareTo(SHORTEST) >= 0 && channelsFresh.compareTo(SHORTEST) >= 0;
    }

    @AssertTrue(message = "webhook-limit must be at most 700 KB")
    boolean isWebhookKeepable() {
        return webhookLimit.compareTo(LARGEST_WEBHOOK) <= 0;
    }
}
