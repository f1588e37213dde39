package io.leadbraid.ingestion.whatsapp;

import io.leadbraid.ingestion.channel.ChannelRegistry;
import io.leadbraid.ingestion.channel.Reception;
import io.leadbraid.ingestion.intake.IngestionSettings;
import io.leadbraid.ingestion.normal.Mentions;
import io.leadbraid.ingestion.normal.Phones;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The channel WhatsApp. */
@Configuration(proxyBeanMethods = false)
public class WhatsAppConfiguration {

    @Bean
    WhatsAppConnector whatsAppConnector(
            ChannelRegistry channels, Phones phones, Mentions mentions, IngestionSettings settings) {
        Numbers numbers = new Numbers(phones, settings.defaultRegion());
        return new WhatsAppConnector(
                channels::sibling,
                new MessageReading(
                        new SenderEvidence(numbers, mentions, settings.defaultRegion()), new AliasReading(numbers)));
    }

    @Bean
    WhatsAppWebhook whatsAppWebhook(ChannelRegistry channels, Reception reception, WhatsAppConnector connector) {
        return new WhatsAppWebhook(channels, reception, connector);
    }
}
