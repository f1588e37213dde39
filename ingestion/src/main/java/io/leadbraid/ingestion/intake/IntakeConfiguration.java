package io.leadbraid.ingestion.intake;

import io.leadbraid.ingestion.normal.Mentions;
import io.leadbraid.ingestion.normal.Phones;
import io.leadbraid.ingestion.spool.Spool;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The door and what all connectors share. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IngestionSettings.class)
public class IntakeConfiguration {

    @Bean
    Spool spool(IngestionSettings settings, MeterRegistry meters) throws IOException {
        Spool spool = settings.spool().open();
        SpoolMeters.register(spool, meters);
        return spool;
    }

    @Bean
    TopicWriter intakeWriter(
            @Value("${leadbraid.kafka}") String bootstrapServers, Spool spool, IngestionSettings settings) {
        return TopicWriter.start(() -> Line.to(bootstrapServers, settings.storeWithin()), spool);
    }

    @Bean
    IntakeCounts intakeCounts(MeterRegistry meters) {
        return new IntakeCounts(meters);
    }

    @Bean
    LeadIntake leadIntake(TopicWriter writer, IntakeCounts counts, IngestionSettings settings) {
        return new LeadIntake(
                writer,
                new RecentEvents(settings.recentEvents()),
                counts,
                settings.storeWithin(),
                settings.spool().within());
    }

    @Bean
    Phones phones() {
        return new Phones();
    }

    @Bean
    Mentions mentions(Phones phones) {
        return new Mentions(phones);
    }
}
