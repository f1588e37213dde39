package io.leadbraid.app.outside;

import static org.assertj.core.api.Assertions.assertThat;

/** Refusals are problem documents (RFC 9457). */
final class Problems {

    private Problems() {}

    static void assertProblem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.json().get("type").asString()).isNotBlank();
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
    }
}
