package io.leadbraid.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ContainersSwitchTest {
    @Test
    void containersAreUsedWhereAnEngineAnswers() {
        assertThat(TestServers.choose("auto", true)).isInstanceOf(ContainerServers.class);
        assertThat(TestServers.choose("required", true)).isInstanceOf(ContainerServers.class);
    }

    @Test
    void embeddedServersTakeTheirPlaceElsewhere() {
        assertThat(embedded("auto", false)).isTrue();
        assertThat(embedded("never", true)).isTrue();
    }

    @Test
    void requiredContainersWithoutAnEngineFailInWords() {
        assertThatThrownBy(() -> TestServers.choose("required", false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no Docker engine answers");
    }

    @Test
    void anUnknownWishIsRefused() {
        assertThatThrownBy(() -> TestServers.choose("perhaps", true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("perhaps");
    }

    private static boolean embedded(String containers, boolean engineAnswers) {
        try (Servers servers = TestServers.choose(containers, engineAnswers)) {
            return servers instanceof EmbeddedServers;
        }
    }
}
