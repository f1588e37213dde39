package io.leadbraid.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DigestTest {

    @Test
    void givesTheSameIdForEver() {
        assertThat(Digest.of("lead", "abc", "1")).isEqualTo("fd3d97a4d198238f50cfa7cc80dd7299");
    }

    @Test
    void doesNotConfuseWherePartsEnd() {
        assertThat(Digest.of("ab", "c")).isNotEqualTo(Digest.of("a", "bc"));
        assertThat(Digest.of("a", "")).isNotEqualTo(Digest.of("a"));
    }
}
