package io.leadbraid.ingestion.avito;

import io.leadbraid.ingestion.channel.ChannelRegistry;
import io.leadbraid.ingestion.channel.Reception;
import io.leadbraid.ingestion.intake.IngestionSettings;
import io.leadbraid.ingestion.normal.Mentions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The channel Avito. */
@Configuration(proxyBeanMethods = false)
public class AvitoConfiguration {

    @Bean
    AvitoConnector avitoConnector(Mentions mentions, IngestionSettings settings) {
        return new AvitoConnector(new MessageReading(mentions, settings.defaultRegion()));
    }

    @Bean
    AvitoWebhook avitoWebhook(ChannelRegistry channels, Reception reception, AvitoConnector connector) {
        return new AvitoWebhook(channels, reception, connector);
    }
}
