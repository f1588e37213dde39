package io.leadbraid.app.outside;

import static io.leadbraid.app.outside.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Why sources are on one lead, and how that came about, as programs and people read it. */
@ExtendWith(RunningLeadbraid.class)
class WhyIT {

    private final Outside outside;
    private final Reading reading;

    WhyIT(Outside outside) {
        this.outside = outside;
        this.reading = new Reading(outside);
    }

    @Test
    void explainsALeadInTheLanguageOfItsReader() throws IOException {
        String anna = newUser();
        String phone = "+49151" + anna.substring(0, 8);
        push("viber", anna, Map.of("phone", phone, "name", "Anna"));
        push("instagram", anna, Map.of("phone", phone));
        JsonNode lead = reading.leadOf(2, "viber", "", anna);
        String path = "/api/v1/leads/" + lead.get("id").asString() + "/why";

        JsonNode english = outside.get(path, Map.of()).expected();
        JsonNode german = outside.get(path, Map.of(), "Accept-Language", "fr, de-AT;q=0.9, en;q=0.8")
                .expected();

        assertThat(english.get("linked").asBoolean()).isTrue();
        assertThat(english.path("blockedBy").isString()).isFalse();
        assertThat(english.get("steps")).hasSize(1);
        JsonNode step = english.get("steps").get(0);
        assertThat(step.get("identifier").get("kind").asString()).isEqualTo("phone");
        assertThat(step.get("identifier").get("value").asString()).isEqualTo(phone);
        assertThat(step.get("trust").asString()).isEqualTo("stated");
        assertThat(step.get("at").asString()).endsWith("Z");
        assertThat(List.of(step.get("from"), step.get("to")))
                .containsExactlyInAnyOrderElementsOf(lead.get("sources")
                        .valueStream()
                        .map(source -> source.get("id"))
                        .toList());
        JsonNode origin = step.get("origin");
        assertThat(origin.get("channel").asString()).isIn("viber", "instagram");
        assertThat(origin.get("eventId").asString()).isNotBlank();
        assertThat(origin.get("place").asString()).isNotBlank();
        assertThat(english.get("sentence").asString())
                .contains("viber (Anna)", "instagram", "the phone number " + phone, "typed by the client");
        assertThat(german.get("sentence").asString()).contains("die Telefonnummer " + phone + " gemeinsam");
        assertThat(german.get("steps")).isEqualTo(english.get("steps"));
    }

    @Test
    void saysOfStrangersThatTheyShareNothing() throws IOException {
        JsonNode one = stranger();
        JsonNode other = stranger();

        for (JsonNode id : List.of(other.get("id"), other.get("sources").get(0).get("id"))) {
            JsonNode why = outside.get(
                            "/api/v1/leads/" + one.get("id").asString() + "/why", Map.of("other", id.asString()))
                    .expected();

            assertThat(why.get("linked").asBoolean()).isFalse();
            assertThat(why.get("steps")).isEmpty();
            assertThat(why.get("sentence").asString()).startsWith("Nothing is known that viber");
        }
    }

    @Test
    void refusesWhatItDoesNotKnow() throws IOException {
        String path = "/api/v1/leads/" + stranger().get("id").asString();
        String nobody = "/api/v1/leads/" + "0".repeat(32);

        assertProblem(outside.get(path + "/why", Map.of("other", "0".repeat(32))), 404);
        assertProblem(outside.get(path + "/why", Map.of("other", " ")), 422);
        assertProblem(outside.get(nobody + "/why", Map.of()), 404);
        assertProblem(outside.get(nobody + "/history", Map.of()), 404);
        assertProblem(outside.get(path + "/history", Map.of("cursor", "guessed")), 422);
    }

    @Test
    void tellsTheHistoryOfALead() throws IOException {
        String anna = newUser();
        String phone = "+49152" + anna.substring(0, 8);
        push("viber", anna, Map.of("phone", phone));
        push("instagram", anna, Map.of("phone", phone));
        JsonNode lead = reading.leadOf(2, "viber", "", anna);

        List<JsonNode> history = outside.all("/api/v1/leads/" + lead.get("id").asString() + "/history", Map.of());

        assertThat(history)
                .extracting(item -> item.get("action").asString())
                .containsExactly("lead.merged", "lead.absorbed");
        assertThat(history.getFirst().get("actor").asString()).isEqualTo("system");
        JsonNode evidence = history.getFirst().get("merge").get("evidence");
        assertThat(evidence).hasSize(1);
        assertThat(evidence.get(0).get("identifier").get("value").asString()).isEqualTo(phone);
    }

    private JsonNode stranger() throws IOException {
        String user = newUser();
        push("viber", user, Map.of());
        return reading.lead("viber", "", user);
    }

    private void push(String channel, String user, Map<String, String> told) throws IOException {
        Map<String, String> contact = new HashMap<>(told);
        contact.putAll(Map.of("channel", channel, "externalUserId", user, "text", "hello"));
        assertThat(outside.call("POST", "/api/v1/inbound", contact).status()).isEqualTo(202);
    }

    private static String newUser() {
        return new StringBuilder(Long.toString(System.nanoTime())).reverse().toString();
    }
}
