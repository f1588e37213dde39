package io.leadbraid.ingestion.channel;

import io.leadbraid.access.SecretCipher;
import io.leadbraid.access.WorkspaceTransactions;
import io.leadbraid.ingestion.intake.IngestionSettings;
import io.leadbraid.ingestion.intake.IntakeCounts;
import io.leadbraid.ingestion.intake.LeadIntake;
import io.leadbraid.ingestion.intake.Periodic;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Channels: their table, their registry, their API. */
@Configuration(proxyBeanMethods = false)
@Import(ChannelController.class)
public class ChannelConfiguration {

    private static final Duration ACTIVITY = Duration.ofSeconds(15);

    @Bean
    Channels channels(WorkspaceTransactions transactions, JdbcClient jdbc, SecretCipher cipher) {
        return new Channels(transactions, jdbc, cipher);
    }

    @Bean
    ChannelRegistry channelRegistry(Channels channels) {
        return new ChannelRegistry(channels);
    }

    @Bean
    ChannelActivity channelActivity(WorkspaceTransactions transactions, JdbcClient jdbc) {
        return new ChannelActivity(transactions, jdbc);
    }

    @Bean
    Periodic freshChannels(ChannelRegistry registry, IngestionSettings settings) {
        return new Periodic("fresh-channels", settings.channelsFresh(), registry::refresh);
    }

    @Bean
    Periodic channelActivityWriting(ChannelActivity activity) {
        return new Periodic("channel-activity", ACTIVITY, activity::write);
    }

    @Bean
    ChannelSetup channelSetup(Channels channels, ChannelRegistry registry, ChannelActivity activity, WebhookUrls urls) {
        return new ChannelSetup(channels, registry, activity, urls, InstantSource.system());
    }

    @Bean
    WebhookUrls webhookUrls(@Value("${leadbraid.public-url:http://localhost:8080}") String publicUrl) {
        return new WebhookUrls(publicUrl);
    }

    @Bean
    Reception reception(LeadIntake intake, IntakeCounts counts, ChannelActivity activity, IngestionSettings settings) {
        return new Reception(intake, counts, activity, settings.webhookLimit(), InstantSource.system());
    }
}
