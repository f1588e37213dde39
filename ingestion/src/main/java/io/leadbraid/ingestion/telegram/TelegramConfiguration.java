package io.leadbraid.ingestion.telegram;

import io.leadbraid.ingestion.channel.ChannelRegistry;
import io.leadbraid.ingestion.channel.Reception;
import io.leadbraid.ingestion.intake.IngestionSettings;
import io.leadbraid.ingestion.normal.Mentions;
import io.leadbraid.ingestion.normal.Phones;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The channel Telegram. */
@Configuration(proxyBeanMethods = false)
public class TelegramConfiguration {

    @Bean
    TelegramConnector telegramConnector(Phones phones, Mentions mentions, IngestionSettings settings) {
        return new TelegramConnector(new UpdateKinds(new SenderEvidence(phones, mentions, settings.defaultRegion())));
    }

    @Bean
    TelegramWebhook telegramWebhook(ChannelRegistry channels, Reception reception, TelegramConnector connector) {
        return new TelegramWebhook(channels, reception, connector);
    }
}
