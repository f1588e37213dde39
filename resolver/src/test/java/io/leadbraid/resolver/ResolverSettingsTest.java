package io.leadbraid.resolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class ResolverSettingsTest {

    @Test
    void withoutAnySettingTheyAreFitForProduction() {
        new ApplicationContextRunner().withUserConfiguration(OnlySettings.class).run(context -> {
            ResolverSettings settings = context.getBean(ResolverSettings.class);
            assertThat(settings.stateDir()).isEqualTo(Path.of("data/resolver"));
            assertThat(settings.commitInterval()).isEqualTo(Duration.ofMillis(40));
            assertThat(settings.threads()).isEqualTo(1);
            assertThat(settings.instance()).isNotBlank();
            assertThat(settings.epoch()).isEqualTo(1);
        });
    }

    @Test
    void whatCannotWorkIsRefusedAtTheStart() {
        assertThatThrownBy(() -> new ResolverSettings(Path.of("state"), Duration.ZERO, 1, "here", 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ResolverSettings(Path.of("state"), Duration.ofMillis(40), 0, "here", 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(ResolverSettings.class)
    static class OnlySettings {}
}
