package io.leadbraid.resolver;

import io.leadbraid.resolver.graph.GraphPolicy;
import io.leadbraid.resolver.names.NameCheck;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The role {@code resolver}. It needs the topics to be there, the property {@code leadbraid.kafka} (addresses of the
 * brokers), and a {@link MeterRegistry}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ResolverSettings.class)
public class ResolverConfiguration {

    @Bean
    StreamsApp sift(@Value("${leadbraid.kafka}") String bootstrap, ResolverSettings settings, MeterRegistry meters) {
        return new StreamsApp(
                ResolverTopology.sift(),
                StreamsSettings.of("leadbraid-sift", bootstrap, settings),
                meters,
                Clock.systemUTC());
    }

    @Bean
    StreamsApp graph(@Value("${leadbraid.kafka}") String bootstrap, ResolverSettings settings, MeterRegistry meters) {
        return new StreamsApp(
                ResolverTopology.graph(GraphPolicy.DEFAULT.with(new PeoplesNames(NameCheck.load())), settings.epoch()),
                StreamsSettings.of("leadbraid-graph", bootstrap, settings),
                meters,
                Clock.systemUTC());
    }

    @Bean
    ResolverHealth resolverHealth(List<StreamsApp> applications) {
        return () -> applications.stream().map(StreamsApp::vitals).toList();
    }
}
