package io.leadbraid.ingestion.push;

import io.leadbraid.access.WorkspaceTransactions;
import io.leadbraid.access.Workspaces;
import io.leadbraid.ingestion.channel.ChannelRegistry;
import io.leadbraid.ingestion.intake.IngestionSettings;
import io.leadbraid.ingestion.intake.IntakeCounts;
import io.leadbraid.ingestion.intake.LeadIntake;
import io.leadbraid.ingestion.intake.Periodic;
import io.leadbraid.ingestion.limit.RateLimits;
import io.leadbraid.ingestion.normal.Mentions;
import io.leadbraid.ingestion.normal.Phones;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pushing over the API. */
@Configuration(proxyBeanMethods = false)
public class PushConfiguration {

    private static final Duration FORGETTING = Duration.ofHours(1);

    @Bean
    IdempotencyKeys idempotencyKeys(WorkspaceTransactions transactions, Workspaces workspaces, JdbcClient jdbc) {
        return new IdempotencyKeys(transactions, workspaces, jdbc);
    }

    @Bean
    Periodic oldIdempotencyKeys(IdempotencyKeys keys) {
        return new Periodic("old-idempotency-keys", FORGETTING, keys::forgetOld);
    }

    @Bean
    Pushing pushing(
            ChannelRegistry channels,
            Phones phones,
            Mentions mentions,
            LeadIntake intake,
            IntakeCounts counts,
            IngestionSettings settings) {
        ItemReading reading = new ItemReading(channels, new PushedClaims(phones, mentions), settings.defaultRegion());
        return new Pushing(reading, intake, counts);
    }

    @Bean
    PushController pushController(
            Pushing pushing, IdempotencyKeys keys, IntakeCounts counts, RateLimits limits, IngestionSettings settings) {
        return new PushController(pushing, keys, counts, limits, settings, InstantSource.system());
    }
}
