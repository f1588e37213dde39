package io.leadbraid.app.demo;

import io.leadbraid.access.ApiKeys;
import io.leadbraid.access.Workspaces;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** The demo, for {@code up --demo}. */
@Configuration(proxyBeanMethods = false)
@Import(DemoPage.class)
public class DemoConfiguration {

    @Bean
    Demo demo(Environment environment, ObjectProvider<Workspaces> workspaces, ObjectProvider<ApiKeys> keys) {
        return new Demo(environment, workspaces, keys);
    }
}
