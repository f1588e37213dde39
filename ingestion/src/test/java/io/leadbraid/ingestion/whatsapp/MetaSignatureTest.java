package io.leadbraid.ingestion.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetaSignatureTest {

    /** As Meta writes it; the signature was computed with OpenSSL. */
    private static final byte[] ESCAPED =
            "{\"text\":\"Gr\\u00fc\\u00dfe \\ud83d\\ude00 \\u0040\"}".getBytes(StandardCharsets.UTF_8);

    private static final String SIGNATURE = "sha256=9ae94a153bf89e92b165e546e1aca92c1a156671f2c1e43b6254633e6ae3554a";

    @Test
    @DisplayName("18. The signature is over the escaped bytes as they came")
    void theSignatureIsOverTheBytesAsTheyCame() {
        assertThat(MetaSignature.isGenuine(SIGNATURE, ESCAPED, "app-secret")).isTrue();
        assertThat(MetaSignature.isGenuine(SIGNATURE.toUpperCase(java.util.Locale.ROOT), ESCAPED, "app-secret"))
                .isTrue();
        assertThat(MetaSignature.isGenuine(
                        SIGNATURE, "{\"text\":\"Grüße 😀 @\"}".getBytes(StandardCharsets.UTF_8), "app-secret"))
                .isFalse();
        assertThat(MetaSignature.isGenuine(SIGNATURE, ESCAPED, "other secret")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha256=", "sha256=00", "sha256=zz", "sha1=00", "00"})
    void whatIsNoSignatureIsForged(String signature) {
        assertThat(MetaSignature.isGenuine(signature, ESCAPED, "app-secret")).isFalse();
    }
}
