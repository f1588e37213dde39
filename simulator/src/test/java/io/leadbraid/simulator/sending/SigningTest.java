package io.leadbraid.simulator.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SigningTest {

    /** RFC 4231, test case 2. */
    @Test
    void signsTheKnownVector() {
        byte[] body = "what do ya want for nothing?".getBytes(StandardCharsets.UTF_8);

        assertThat(Signing.hmac("Jefe", body))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void escapesAsMetaDoes() {
        assertThat(new String(Signing.escaped("{\"body\":\"Wäre 好 😀 ok?\"}"), StandardCharsets.US_ASCII))
                .isEqualTo("{\"body\":\"W\\u00e4re \\u597d \\ud83d\\ude00 ok?\"}");
    }
}
