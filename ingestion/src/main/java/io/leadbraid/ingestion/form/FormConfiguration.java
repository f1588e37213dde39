package io.leadbraid.ingestion.form;

import io.leadbraid.ingestion.channel.ChannelRegistry;
import io.leadbraid.ingestion.channel.Reception;
import io.leadbraid.ingestion.intake.IngestionSettings;
import io.leadbraid.ingestion.intake.LeadIntake;
import io.leadbraid.ingestion.limit.RateLimits;
import io.leadbraid.ingestion.normal.Mentions;
import io.leadbraid.ingestion.normal.Phones;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

/** The channel of web forms. */
@Configuration(proxyBeanMethods = false)
public class FormConfiguration {

    @Bean
    FormConnector formConnector(
            Phones phones,
            Mentions mentions,
            LeadIntake intake,
            IngestionSettings settings,
            @Value("${leadbraid.secret-key}") String secretKey) {
        return new FormConnector(
                new FormEvidence(phones, mentions),
                new FormSources(Base64.getDecoder().decode(secretKey)),
                new FormEvents(intake::mayHaveStored),
                settings.defaultRegion());
    }

    @Bean
    FormWebhook formWebhook(ChannelRegistry channels, Reception reception, FormConnector connector, RateLimits limits) {
        return new FormWebhook(channels, reception, connector, limits);
    }

    @Bean
    FilterRegistrationBean<FormOrigins> formOrigins(ChannelRegistry channels) {
        FilterRegistrationBean<FormOrigins> filter = new FilterRegistrationBean<>(new FormOrigins(channels));
        filter.addUrlPatterns(FormOrigins.PATH + "*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return filter;
    }

    /** Webhooks read their bodies themselves, so that the raw bytes can be checked and kept. */
    @Bean
    MultipartResolver multipartResolver() {
        return new StandardServletMultipartResolver() {
            @Override
            public boolean isMultipart(HttpServletRequest request) {
                return !request.getRequestURI().contains("/hooks/") && super.isMultipart(request);
            }
        };
    }
}
