package io.leadbraid.app;

import io.leadbraid.access.ApiKeys;
import io.leadbraid.access.FirstStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What happens once, at the start. */
@Configuration(proxyBeanMethods = false)
class StartConfiguration {

    @Bean
    ApplicationRunner prepareFirstStart(ObjectProvider<FirstStart> firstStart, Environment environment) {
        return arguments -> firstStart.ifAvailable(start -> start.prepare(() -> secret(environment)));
    }

    @Bean
    Welcome welcome(Environment environment, HealthEndpoint health) {
        return new Welcome(environment, health);
    }

    private static String secret(Environment environment) {
        return Optional.ofNullable(environment.getProperty("leadbraid.api-key"))
                .filter(key -> !key.isBlank())
                .orElseGet(() -> drawn(environment));
    }

    /** Kept before it is good for anything, so that no key is ever made that nobody knows. */
    private static String drawn(Environment environment) {
        Path file = Path.of(environment.getRequiredProperty("leadbraid.data")).resolve(Welcome.KEY_FILE);
        String secret = ApiKeys.draw();
        try {
            PrivateFile.write(file, secret);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot keep the first key in " + file, failure);
        }
        return secret;
    }
}
