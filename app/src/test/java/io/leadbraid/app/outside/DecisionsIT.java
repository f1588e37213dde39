package io.leadbraid.app.outside;

import static io.leadbraid.app.outside.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What people decide about who is who, through graph and leads and back. */
@ExtendWith(RunningLeadbraid.class)
class DecisionsIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String SEPARATIONS = "/api/v1/separations";
    private static final String SHARED = "/api/v1/shared-identifiers";
    private static final String KEEP_APART = "/api/v1/keep-apart";

    private final Outside outside;
    private final Reading reading;
    private String person = "";
    private String phone = "";

    DecisionsIT(Outside outside) {
        this.outside = outside;
        this.reading = new Reading(outside);
    }

    @BeforeEach
    void somebodyNew() {
        person = new StringBuilder(Long.toString(System.nanoTime())).reverse().toString();
        phone = "7916" + person.substring(0, 7);
    }

    @Test
    void aSeparationTakesPeopleApartAndItsLiftingBringsThemTogether() throws IOException {
        String onViber = writesFrom("viber");
        String onInstagram = writesFrom("instagram");
        reading.leadOf(2, "viber", "", person);

        JsonNode separation = decide(SEPARATIONS, Map.of("a", onViber, "b", onInstagram, "reason", "brothers"));

        assertThat(reading.leadOf(1, "viber", "", person).get("id"))
                .isNotEqualTo(reading.leadOf(1, "instagram", "", person).get("id"));
        assertThat(decide(SEPARATIONS, Map.of("a", onInstagram, "b", onViber, "reason", "again")))
                .isEqualTo(separation);
        assertThat(outside.all(SEPARATIONS, Map.of())).contains(separation);

        writesFrom("line");
        reading.leadOf(2, "line", "", person);
        assertThat(List.of(sourcesOf("viber"), sourcesOf("instagram"))).containsExactlyInAnyOrder(1, 2);

        String path = SEPARATIONS + "/" + separation.get("id").asString();
        assertThat(outside.call("DELETE", path, Map.of()).status()).isEqualTo(204);
        reading.leadOf(3, "instagram", "", person);
        assertProblem(outside.call("DELETE", path, Map.of()), 404);
    }

    @Test
    void aSharedPhoneMakesNobodyKnownAnyMore() throws IOException {
        writesFrom("viber");
        writesFrom("instagram");
        reading.leadOf(2, "viber", "", person);
        String spelling = "8 (916) " + phone.substring(4);

        Map<String, String> office = Map.of("kind", "phone", "value", spelling, "reason", "the office");
        JsonNode preview =
                outside.call("POST", SHARED + "?preview=true", office).expected();
        JsonNode shared = decide(SHARED, office);

        assertThat(preview.get("sources").asInt()).isEqualTo(2);
        assertThat(preview.get("leads").asInt()).isEqualTo(1);
        assertThat(shared.get("value").asString()).isEqualTo("+" + phone);
        reading.leadOf(1, "viber", "", person);
        reading.leadOf(1, "instagram", "", person);
        assertThat(outside.all(SHARED, Map.of())).contains(shared);

        assertThat(outside.call("DELETE", SHARED, Map.of("kind", "phone", "value", "+" + phone))
                        .status())
                .isEqualTo(204);
        reading.leadOf(2, "viber", "", person);
        assertProblem(outside.call("DELETE", SHARED + "/" + shared.get("id").asString(), Map.of()), 404);
    }

    @Test
    void leadsThatAreKeptApartStayTwoUntilTheyAreKeptApartNoLonger() throws IOException {
        push("viber", Map.of());
        push("instagram", Map.of());
        String one = reading.lead("viber", "", person).get("id").asString();
        String other = reading.lead("instagram", "", person).get("id").asString();

        decide(KEEP_APART, Map.of("a", one, "b", other, "reason", "two cars"));
        writesFrom("viber");
        writesFrom("instagram");
        writesFrom("line");
        reading.leadOf(2, "line", "", person);

        assertThat(sourcesOf("viber") + sourcesOf("instagram")).isEqualTo(3);
        assertThat(reading.lead("viber", "", person).get("keptApartFrom"))
                .extracting(JsonNode::asString)
                .containsExactly(other);
        assertThat(outside.call("DELETE", KEEP_APART + "?a=" + one + "&b=" + other, Map.of("a", one, "b", other))
                        .status())
                .isEqualTo(204);
        await().atMost(SOON).until(() -> sourcesOf("viber") == 3);
    }

    @Test
    void whatCannotBeDecidedIsRefused() throws IOException {
        String source = push("viber", Map.of());
        reading.lead("viber", "", person);

        Answer incomplete = outside.call("POST", SEPARATIONS, Map.of("a", source));
        assertProblem(incomplete, 422);
        assertThat(incomplete.json().get("errors"))
                .extracting(error -> error.get("field").asString())
                .containsExactly("b", "reason");
        assertProblem(outside.call("POST", SEPARATIONS, Map.of("a", source, "b", "nobody", "reason", "no")), 404);
        assertProblem(outside.call("POST", SEPARATIONS, Map.of("a", source, "b", source, "reason", "no")), 422);
        assertProblem(outside.call("POST", SHARED, Map.of("kind", "fax", "value", "1", "reason", "no")), 422);
        assertProblem(outside.call("DELETE", SHARED, Map.of("kind", "email", "value", "nobody@example.com")), 404);
        assertProblem(outside.call("POST", KEEP_APART, Map.of("a", source, "b", source, "reason", "no")), 404);
    }

    @Test
    void theApiTellsOfDecisions() {
        JsonNode paths = outside.get("/v3/api-docs", Map.of()).expected().get("paths");

        for (String path : List.of(SEPARATIONS, SEPARATIONS + "/{id}", SHARED, SHARED + "/{id}", KEEP_APART)) {
            assertThat(paths.get(path)).as(path).isNotNull();
        }
    }

    /** @return the source */
    private String writesFrom(String channel) throws IOException {
        return push(channel, Map.of("phone", "+" + phone));
    }

    private String push(String channel, Map<String, String> more) throws IOException {
        Map<String, Object> contact = new HashMap<>(Map.of("channel", channel, "externalUserId", person, "text", "hi"));
        contact.putAll(more);
        return outside.call("POST", "/api/v1/inbound", contact)
                .expected()
                .get("results")
                .get(0)
                .get("sourceId")
                .asString();
    }

    private JsonNode decide(String path, Map<String, String> decision) throws IOException {
        Answer answer = outside.call("POST", path, decision);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private int sourcesOf(String channel) {
        return reading.lead(channel, "", person).get("sources").size();
    }
}
