package io.leadbraid.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadbraid.access.problem.ProblemException;
import io.leadbraid.merger.leads.LeadStatus;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

class LeadPatchTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void whatIsAbsentStays() {
        assertThat(patch("{\"status\": \"closed\"}").changes().status()).contains(LeadStatus.CLOSED);
        assertThat(patch("{\"status\": \"closed\"}").changes().name()).isEmpty();
        assertThat(patch("{\"attributes\": {\"a\": null}}").changes().attributes())
                .containsEntry("a", Optional.empty());
    }

    @Test
    void anUnknownFieldIsRefusedByItsName() {
        assertThatThrownBy(() -> patch("{\"stagee\": \"won\"}").changes())
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
                    assertThat(problem.getBody().getProperties().toString()).contains("stagee");
                });
    }

    @Test
    void nobodyAbsorbsALeadByHand() {
        assertThatThrownBy(() -> patch("{\"status\": \"absorbed\"}").changes()).isInstanceOf(ProblemException.class);
    }

    @Test
    void aVersionIsReadFromItsQuotes() {
        assertThat(ExpectedVersion.parse("\"12\"")).isEqualTo(12);
        assertThatThrownBy(() -> ExpectedVersion.parse(null))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.getStatusCode()).isEqualTo(HttpStatus.PRECONDITION_REQUIRED));
        assertThatThrownBy(() -> ExpectedVersion.parse("*"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.getStatusCode()).isEqualTo(HttpStatus.PRECONDITION_FAILED));
    }

    private static LeadPatch patch(String json) {
        return JSON.readValue(json, LeadPatch.class);
    }
}
