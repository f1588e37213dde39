package io.leadbraid.ingestion;

import io.leadbraid.ingestion.avito.AvitoConfiguration;
import io.leadbraid.ingestion.channel.ChannelConfiguration;
import io.leadbraid.ingestion.form.FormConfiguration;
import io.leadbraid.ingestion.intake.IntakeConfiguration;
import io.leadbraid.ingestion.limit.LimitConfiguration;
import io.leadbraid.ingestion.push.PushConfiguration;
import io.leadbraid.ingestion.quarantine.QuarantineConfiguration;
import io.leadbraid.ingestion.telegram.TelegramConfiguration;
import io.leadbraid.ingestion.whatsapp.WhatsAppConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The role {@code ingestion}. Needs the configuration of access, a meter registry, and the properties {@code
 * leadbraid.kafka}, {@code leadbraid.secret-key} and {@code leadbraid.public-url}.
 */
@Configuration(proxyBeanMethods = false)
@Import({
    IntakeConfiguration.class,
    ChannelConfiguration.class,
    LimitConfiguration.class,
    TelegramConfiguration.class,
    WhatsAppConfiguration.class,
    AvitoConfiguration.class,
    FormConfiguration.class,
    PushConfiguration.class,
    QuarantineConfiguration.class
})
public class IngestionConfiguration {}
