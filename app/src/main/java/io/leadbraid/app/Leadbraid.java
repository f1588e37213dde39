package io.leadbraid.app;

import io.leadbraid.app.demo.DemoConfiguration;
import io.leadbraid.app.health.HealthConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The application: the roles that were asked for, on the servers that were named or are brought along. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
@Import({Roles.class, StartConfiguration.class, HealthConfiguration.class, DemoConfiguration.class})
class Leadbraid {}
