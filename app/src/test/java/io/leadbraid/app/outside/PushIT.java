package io.leadbraid.app.outside;

import static io.leadbraid.app.outside.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What bots push: repeated, oversized, malformed, partly wrong; all the way to the lead. */
@ExtendWith(RunningLeadbraid.class)
class PushIT {

    private final Outside outside;
    private final Reading reading;

    PushIT(Outside outside) {
        this.outside = outside;
        this.reading = new Reading(outside);
    }

    @Test
    void storesOnceWhatABotRepeats() throws IOException {
        String user = newUser();
        Map<String, Object> contact =
                Map.of("channel", "viber", "externalUserId", user, "externalMessageId", "1", "text", "once");

        JsonNode first = push(contact, 202).get("results").get(0);
        JsonNode second = push(contact, 202).get("results").get(0);

        assertThat(first.get("status").asString()).isEqualTo("accepted");
        assertThat(second.get("status").asString()).isEqualTo("duplicate");
        assertThat(second.get("eventId")).isEqualTo(first.get("eventId"));
        assertThat(second.get("sourceId")).isEqualTo(first.get("sourceId"));
        push(Map.of("channel", "viber", "externalUserId", user, "text", "another"), 202);
        assertThat(reading.texts(2, reading.lead("viber", "", user))).containsExactlyInAnyOrder("once", "another");
    }

    @Test
    void takesAnIdempotencyKeyForOneBodyOnly() throws IOException {
        String user = newUser();
        String key = UUID.randomUUID().toString();
        Map<String, Object> contact = Map.of("channel", "viber", "externalUserId", user, "text", "once");

        Answer first = outside.call("POST", "/api/v1/inbound", contact, "Idempotency-Key", key);
        Answer second = outside.call("POST", "/api/v1/inbound", contact, "Idempotency-Key", key);
        Answer other = outside.call(
                "POST",
                "/api/v1/inbound",
                Map.of("channel", "viber", "externalUserId", user, "text", "another"),
                "Idempotency-Key",
                key);

        assertThat(first.status()).isEqualTo(202);
        assertThat(second.status()).isEqualTo(202);
        assertThat(second.json().get("results").get(0).get("status").asString()).isEqualTo("duplicate");
        assertProblem(other, 422);
        assertThat(reading.texts(1, reading.lead("viber", "", user))).containsExactly("once");
    }

    @Test
    void refusesPushesThatAreTooLarge() throws IOException {
        String flood = "x".repeat(2 * 1024 * 1024);
        List<Object> tooMany = Collections.nCopies(501, Map.of("channel", "viber", "externalUserId", "flood"));

        assertProblem(outside.call("POST", "/api/v1/inbound", Map.of("channel", "viber", "text", flood)), 413);
        assertProblem(outside.call("POST", "/api/v1/inbound", tooMany), 413);
    }

    @Test
    void refusesMalformedPushes() throws IOException {
        byte[] broken = "{\"channel\": ".getBytes(StandardCharsets.UTF_8);

        Answer answer =
                outside.post("/api/v1/inbound", Outside.JSON_TYPE, broken, "Authorization", "Bearer " + Launch.KEY);

        assertProblem(answer, 400);
    }

    @Test
    void namesTheFieldsOfAPushThatIsRejectedAsAWhole() throws IOException {
        JsonNode problem = push(List.of(Map.of("channel", "viber"), Map.of("externalUserId", "anna")), 422);

        assertThat(problem.get("type").asString()).isNotBlank();
        assertThat(problem.get("errors")
                        .valueStream()
                        .map(error -> error.get("field").asString()))
                .anySatisfy(field -> assertThat(field).contains("externalUserId"))
                .anySatisfy(field -> assertThat(field).contains("channel"));
        assertThat(problem.get("errors").get(0).get("message").asString()).isNotBlank();
    }

    @Test
    void takesTheGoodOnesOfABatch() throws IOException {
        String user = newUser();

        JsonNode results = push(
                        List.of(
                                Map.of("channel", "viber"),
                                Map.of("channel", "viber", "externalUserId", user, "phone", "call me", "text", "hi"),
                                Map.of("channel", "telegram", "externalUserId", user)),
                        202)
                .get("results");

        assertThat(results.valueStream().map(result -> result.get("status").asString()))
                .containsExactly("rejected", "accepted", "rejected");
        assertThat(results.valueStream().map(result -> result.get("index").asInt()))
                .containsExactly(0, 1, 2);
        assertThat(results.get(1).get("warnings")).isNotEmpty();
        assertThat(reading.lead("viber", "", user).get("phones")).isEmpty();
    }

    @Test
    void needsAKeyForPushesAndLeads() throws IOException {
        byte[] contact = outside.bytes(Map.of("channel", "viber", "externalUserId", "anna"));

        assertProblem(outside.post("/api/v1/inbound", Outside.JSON_TYPE, contact), 401);
        assertProblem(
                outside.post("/api/v1/inbound", Outside.JSON_TYPE, contact, "Authorization", "Bearer guessed"), 401);
        assertProblem(outside.get("/api/v1/leads/" + "0".repeat(32), Map.of()), 404);
    }

    @Test
    void answersAnAbsorbedLeadWithItsSurvivor() throws IOException {
        String anna = newUser();
        String phone = "+49151" + anna.substring(0, 8);
        push(Map.of("channel", "viber", "externalUserId", anna, "phone", phone, "text", "hi"), 202);
        JsonNode onViber = reading.lead("viber", "", anna);
        push(Map.of("channel", "instagram", "externalUserId", anna, "text", "hello?"), 202);
        JsonNode onInstagram = reading.lead("instagram", "", anna);
        assertThat(onInstagram.get("id")).isNotEqualTo(onViber.get("id"));

        push(Map.of("channel", "instagram", "externalUserId", anna, "phone", phone, "text", "me again"), 202);

        JsonNode merged = reading.leadOf(2, "instagram", "", anna);
        for (JsonNode before : List.of(onViber, onInstagram)) {
            JsonNode now = outside.get("/api/v1/leads/" + before.get("id").asString(), Map.of())
                    .expected();
            assertThat(now.get("id")).isEqualTo(merged.get("id"));
        }
        assertThat(merged.get("absorbedLeadIds").valueStream())
                .containsAnyOf(onViber.get("id"), onInstagram.get("id"))
                .hasSize(1);
        assertThat(reading.texts(3, merged)).containsExactlyInAnyOrder("hi", "hello?", "me again");
    }

    private JsonNode push(Object body, int status) throws IOException {
        Answer answer = outside.call("POST", "/api/v1/inbound", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer.json();
    }

    private static String newUser() {
        return new StringBuilder(Long.toString(System.nanoTime())).reverse().toString();
    }
}
