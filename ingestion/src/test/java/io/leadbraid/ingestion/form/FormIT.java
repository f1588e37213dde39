package io.leadbraid.ingestion.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbraid.ingestion.ConnectorContract;
import io.leadbraid.ingestion.Http.Answer;
import io.leadbraid.ingestion.Http.Delivery;
import io.leadbraid.ingestion.InboundLog;
import io.leadbraid.model.Claim;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.InboundContact;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FormIT extends ConnectorContract {

    private static final String SITE = "https://shop.example.com";
    private static final Map<String, String> URLENCODED = Map.of("Content-Type", "application/x-www-form-urlencoded");

    private String path;

    @Override
    protected void setUpChannel() {
        String id = http.withKey("POST", "/api/v1/channels", tenant.key(), """
                        {"kind": "form", "name": "Contact us", "settings": {
                         "allowedOrigins": ["https://shop.example.com/"], "successUrl": "https://shop.example.com/thanks",
                         "defaultRegion": "RU", "mapping": {"field_7": "phone"}}}
                        """)
                .json()
                .path("id")
                .stringValue();
        path = "/hooks/forms/" + id;
    }

    @Override
    protected Delivery valid(int number) {
        return Delivery.post(
                path,
                Map.of("Content-Type", "application/x-www-form-urlencoded", "Origin", SITE),
                "Имя=" + encoded("Анна") + "&Телефон=" + encoded("8 916 123-45-6" + number) + "&Сообщение=Hi");
    }

    @Override
    protected Optional<Instant> occurredAt(int number) {
        return Optional.empty();
    }

    @Override
    protected Delivery unknownKind() {
        return Delivery.post(path, Map.of("Content-Type", "application/vnd.tomorrow"), "<form of tomorrow>");
    }

    @Override
    protected Delivery malformed() {
        return Delivery.post(path, Map.of("Content-Type", "application/json"), "{\"name\": ");
    }

    @Override
    protected int statusOfMalformed() {
        return 200;
    }

    @Override
    protected Delivery forged() {
        return Delivery.post(
                path, Map.of("Content-Type", "application/json", "Origin", "https://evil.example"), "{\"a\": 1}");
    }

    @Override
    protected int statusOfForged() {
        return 403;
    }

    @Override
    protected Delivery oversized() {
        return Delivery.post(path, URLENCODED, "comment=" + "x".repeat(1 << 20));
    }

    @Override
    protected Delivery astray() {
        return Delivery.post("/hooks/forms/nobody", URLENCODED, "name=Anna");
    }

    @Override
    protected int statusOfAstray() {
        return 404;
    }

    @Test
    void programsAreToldTheEvent() {
        Answer answer = http.post(path, "{\"name\": \"Anna\", \"phone\": \"8 916 123-45-67\"}", Map.of());

        assertThat(answer.json().path("ok").booleanValue()).isTrue();
        assertThat(answer.json().path("eventId").stringValue())
                .isEqualTo(InboundLog.of(tenant.workspace()).getFirst().event().value());
    }

    @Test
    void browsersAreSentOn() {
        Answer answer = http.post(
                path,
                "name=Anna&field_7=89161234567",
                Map.of(
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Accept",
                        "text/html,application/xhtml+xml;q=0.9",
                        "Origin",
                        SITE));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.headers()).containsEntry("Location", "https://shop.example.com/thanks");
        assertThat(InboundLog.of(tenant.workspace()).getFirst().claims())
                .extracting(Claim::identifier)
                .contains(Identifier.phone("+79161234567"));
    }

    @Test
    void tildaIsAnsweredOk() {
        Answer test = http.post(path, "test=test", URLENCODED);
        Answer real = http.post(path, "Name=Anna&Phone=89161234567&tranid=1:2&formid=form1", URLENCODED);

        assertThat(test.body()).isEqualTo("ok");
        assertThat(real.body()).isEqualTo("ok");
        assertThat(InboundLog.of(tenant.workspace())).hasSize(1);
    }

    @Test
    void multipartIsReadAndFilesAreOnlyNoted() {
        String body = String.join(
                "\r\n",
                "--XX",
                "Content-Disposition: form-data; name=\"Ваше имя\"",
                "",
                "Анна",
                "--XX",
                "Content-Disposition: form-data; name=\"email\"",
                "",
                "anna@example.com",
                "--XX",
                "Content-Disposition: form-data; name=\"photo\"; filename=\"кот.jpg\"",
                "Content-Type: image/jpeg",
                "",
                "12345",
                "--XX--",
                "");

        Answer answer = http.post(path, body, Map.of("Content-Type", "multipart/form-data; boundary=XX"));

        assertThat(answer.status()).isEqualTo(200);
        InboundContact contact = InboundLog.of(tenant.workspace()).getFirst();
        assertThat(contact.attributes())
                .containsEntry("Ваше имя", "Анна")
                .containsEntry("photo", "file кот.jpg, 5 bytes");
        assertThat(contact.claims())
                .extracting(Claim::identifier)
                .containsExactly(Identifier.email("anna@example.com"));
    }

    @Test
    void pagesOfTheSiteMayReadTheAnswer() {
        Answer preflight = http.send(new Delivery(
                "OPTIONS", path, Map.of("Origin", SITE, "Access-Control-Request-Method", "POST"), new byte[0]));
        Answer answer = http.post(path, "{\"name\": \"Anna\"}", Map.of("Origin", SITE));
        Answer evil = http.send(new Delivery(
                "OPTIONS",
                path,
                Map.of("Origin", "https://evil.example", "Access-Control-Request-Method", "POST"),
                new byte[0]));

        assertThat(preflight.status()).isEqualTo(204);
        assertThat(preflight.headers())
                .containsEntry("Access-Control-Allow-Origin", SITE)
                .containsEntry("Access-Control-Allow-Methods", "POST");
        assertThat(answer.headers()).containsEntry("Access-Control-Allow-Origin", SITE);
        assertThat(evil.headers()).doesNotContainKey("Access-Control-Allow-Origin");
    }

    @Test
    void thePersonIsTheSameSourceHoweverHeSpellsHimself() {
        http.post(path, "name=Anna+K&phone=" + encoded("+7 916 123-45-67") + "&message=1", URLENCODED);
        http.post(path, "name=" + encoded("k, ANNA") + "&phone=89161234567&message=2", URLENCODED);
        http.post(path, "name=Anna+K&phone=89161234568&message=3", URLENCODED);

        assertThat(InboundLog.of(tenant.workspace()).stream()
                        .map(InboundContact::source)
                        .distinct())
                .hasSize(2);
    }

    @Test
    void whoFloodsAFormIsToldWhenToComeAgainAndOthersAreNot() {
        double before = ingestion.count("form", "rejected");
        Map<String, String> flooding = Map.of("Content-Type", "text/plain", "X-Forwarded-For", "203.0.113.7");
        for (int i = 0; i < 20; i++) {
            assertThat(http.post(path, "", flooding).status()).isEqualTo(200);
        }

        Answer refused = http.post(path, "name=Anna", flooding);
        Answer other = http.post(path, "name=Anna", Map.of("X-Forwarded-For", "203.0.113.8"));
        for (int i = 0; i < 30; i++) {
            assertThat(http.post(path, "", Map.of()).status())
                    .as("from this machine")
                    .isEqualTo(200);
        }

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.json().path("type").stringValue()).isEqualTo("/problems/too-fast");
        assertThat(Integer.parseInt(refused.headers().get("Retry-After"))).isBetween(1, 60);
        assertThat(other.status()).isEqualTo(200);
        assertThat(ingestion.count("form", "rejected")).isEqualTo(before + 1);
    }

    @Test
    void aBotInTheHoneypotIsAnsweredLikeAnybodyAndMarked() {
        Answer bot = http.post(path, "{\"name\": \"Bot\", \"honeypot\": \"x\"}", Map.of());
        Answer person = http.post(path, "{\"name\": \"Anna\", \"honeypot\": \"\"}", Map.of());

        assertThat(bot.status()).isEqualTo(person.status());
        assertThat(bot.headers().keySet()).isEqualTo(person.headers().keySet());
        assertThat(InboundLog.of(tenant.workspace()))
                .extracting(contact -> contact.attributes().getOrDefault("spam", "no"))
                .containsExactlyInAnyOrder("true", "no");
    }

    @Test
    void googleMustKnowItsKey() {
        String id = http.withKey("POST", "/api/v1/channels", tenant.key(), """
                        {"kind": "form", "name": "Google", "settings": {"googleKey": "k1"}}
                        """)
                .json()
                .path("id")
                .stringValue();
        String lead = """
                {"lead_id": "L1", "google_key": "%s", "is_test": %s,
                 "user_column_data": [{"string_value": "a@example.com", "column_id": "EMAIL"}]}
                """;
        Map<String, String> json = Map.of("Content-Type", "application/json");

        assertThat(http.post("/hooks/forms/" + id, lead.formatted("guessed", false), json)
                        .status())
                .isEqualTo(401);
        assertThat(http.post("/hooks/forms/" + id, "{\"user_column_data\": [{\"column_id\": \"EMAIL\"}]}", json)
                        .status())
                .isEqualTo(401);
        assertThat(http.post("/hooks/forms/" + id, lead.formatted("k1", true), json)
                        .status())
                .isEqualTo(200);
        assertThat(InboundLog.of(tenant.workspace())).isEmpty();
        assertThat(http.post("/hooks/forms/" + id, lead.formatted("k1", false), json)
                        .status())
                .isEqualTo(200);
        assertThat(InboundLog.of(tenant.workspace())).hasSize(1);
    }

    @Test
    void whatStandsInAnAddressIsNotTaken() {
        assertThat(http.send(new Delivery("GET", path + "?phone=89161234567", Map.of(), new byte[0]))
                        .status())
                .isEqualTo(405);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
