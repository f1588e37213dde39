package io.leadbraid.ingestion.telegram;

import io.leadbraid.ingestion.channel.ChannelActivity;
import io.leadbraid.ingestion.channel.ChannelKind;
import io.leadbraid.ingestion.channel.ChannelRegistry;
import io.leadbraid.ingestion.channel.Reception;
import io.leadbraid.ingestion.channel.WebhookUrls;
import io.leadbraid.ingestion.intake.IngestionSettings;
import io.leadbraid.ingestion.intake.Periodic;
import io.leadbraid.ingestion.normal.Mentions;
import io.leadbraid.ingestion.normal.Phones;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The channel Telegram. */
@Configuration(proxyBeanMethods = false)
public class TelegramConfiguration {

    private static final Duration SETTING = Duration.ofSeconds(5);

    @Bean
    TelegramConnector telegramConnector(Phones phones, Mentions mentions, IngestionSettings settings) {
        return new TelegramConnector(new UpdateKinds(new SenderEvidence(phones, mentions, settings.defaultRegion())));
    }

    @Bean
    TelegramWebhook telegramWebhook(ChannelRegistry channels, Reception reception, TelegramConnector connector) {
        return new TelegramWebhook(channels, reception, connector);
    }

    /** Without an address that Telegram takes there is nothing to tell it. */
    @Bean
    Periodic telegramWebhookSetting(
            ChannelRegistry channels,
            WebhookUrls urls,
            ChannelActivity activity,
            @Value("${leadbraid.telegram.bot-api:https://api.telegram.org}") String botApi) {
        WebhookSetting setting = new WebhookSetting(
                () -> urls.areEncrypted() ? channels.all(ChannelKind.TELEGRAM) : List.of(),
                urls::of,
                new BotApi(botApi),
                (channel, problem) -> activity.error(channel, Instant.now(), problem));
        return Periodic.inBackground("telegram-webhooks", SETTING, setting::settle);
    }
}
