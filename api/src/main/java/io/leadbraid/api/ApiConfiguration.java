package io.leadbraid.api;

import io.leadbraid.merger.MergerQueriesConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The role {@code api}: REST over the merger's queries and commands. */
@Configuration(proxyBeanMethods = false)
@Import({
    MergerQueriesConfiguration.class,
    LeadController.class,
    ReasonController.class,
    SourceController.class,
    MergeController.class,
    SeparationController.class,
    SharedIdentifierController.class,
    KeepApartController.class,
    DeadLetterController.class,
    OpenApiConfiguration.class
})
public class ApiConfiguration {}
