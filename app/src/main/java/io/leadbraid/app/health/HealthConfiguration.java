package io.leadbraid.app.health;

import io.leadbraid.ingestion.spool.Spool;
import io.leadbraid.merger.MergerHealth;
import io.leadbraid.resolver.ResolverHealth;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Health of what Boot does not know; the database's is Boot's own. */
@Configuration(proxyBeanMethods = false)
public class HealthConfiguration {

    @Bean(destroyMethod = "close")
    Admin brokerAdmin(Environment environment) {
        return Admin.create(
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, environment.getRequiredProperty("leadbraid.kafka")));
    }

    @Bean
    KafkaHealth kafkaHealthIndicator(Admin admin) {
        return new KafkaHealth(admin);
    }

    @Bean
    @ConditionalOnBean(ResolverHealth.class)
    StreamsHealth streamsHealthIndicator(ResolverHealth resolver) {
        return new StreamsHealth(resolver);
    }

    @Bean
    @ConditionalOnBean(Spool.class)
    SpoolHealth spoolHealthIndicator(Spool spool) {
        return new SpoolHealth(spool);
    }

    @Bean
    @ConditionalOnBean(MergerHealth.class)
    MergerHealthIndicator mergerHealthIndicator(MergerHealth merger) {
        return new MergerHealthIndicator(merger);
    }
}
