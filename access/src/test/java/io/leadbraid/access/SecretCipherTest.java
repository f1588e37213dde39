package io.leadbraid.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SecretCipherTest {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @Test
    void decryptsWhatItEncrypted() {
        SecretCipher cipher = new SecretCipher(KEY);

        assertThat(cipher.decrypt(cipher.encrypt("12:токен"))).isEqualTo("12:токен");
    }

    @Test
    void neverWritesTheSameBytesTwice() {
        SecretCipher cipher = new SecretCipher(KEY);

        assertThat(cipher.encrypt("secret")).isNotEqualTo(cipher.encrypt("secret"));
        assertThat(new String(cipher.encrypt("secret"), StandardCharsets.ISO_8859_1))
                .doesNotContain("secret");
    }

    @Test
    void noticesTampering() {
        SecretCipher cipher = new SecretCipher(KEY);
        byte[] encrypted = cipher.encrypt("secret");
        encrypted[encrypted.length - 1] ^= 1;

        assertThatThrownBy(() -> cipher.decrypt(encrypted)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesAKeyOfTheWrongSize() {
        assertThatThrownBy(() -> new SecretCipher("c2hvcnQ=")).hasMessageContaining("32 bytes");
    }
}
