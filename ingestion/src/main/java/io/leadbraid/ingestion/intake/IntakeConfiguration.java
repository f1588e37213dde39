package io.leadbraid.ingestion.intake;

import io.leadbraid.ingestion.normal.Mentions;
import io.leadbraid.ingestion.normal.Phones;
import io.leadbraid.model.topic.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The door and what all connectors share. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IngestionSettings.class)
public class IntakeConfiguration {

    @Bean
    TopicWriter intakeWriter(@Value("${leadbraid.kafka}") String bootstrapServers, IngestionSettings settings) {
        TopicWriter writer = TopicWriter.to(bootstrapServers, settings.storeWithin());
        writer.warmUp(List.of(Topics.INBOUND, Topics.QUARANTINE));
        return writer;
    }

    @Bean
    IntakeCounts intakeCounts(MeterRegistry meters) {
        return new IntakeCounts(meters);
    }

    @Bean
    LeadIntake leadIntake(TopicWriter writer, IntakeCounts counts, IngestionSettings settings) {
        return new LeadIntake(writer, new RecentEvents(settings.recentEvents()), counts, settings.storeWithin());
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
