package io.leadbraid.ingestion.limit;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The limits, for the channels that have some. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitSettings.class)
public class LimitConfiguration {

    @Bean
    RateLimits rateLimits(LimitSettings settings) {
        return new RateLimits(settings, System::nanoTime);
    }
}
