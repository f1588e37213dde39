package io.leadbraid.ingestion.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leadbraid.ingestion.ConnectorContract;
import io.leadbraid.ingestion.Http;
import io.leadbraid.ingestion.Http.Answer;
import io.leadbraid.ingestion.Http.Delivery;
import io.leadbraid.ingestion.InboundLog;
import io.leadbraid.ingestion.intake.LeadIntake;
import io.leadbraid.model.EventId;
import io.leadbraid.model.InboundContact;
import io.leadbraid.model.Message;
import io.leadbraid.model.Quarantined;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class WhatsAppIT extends ConnectorContract {

    private static final String SIGNATURE = "X-Hub-Signature-256";

    /** As Meta writes it, with everything escaped that is not ASCII. */
    private static final String TEXT =
            "{\"from\": \"79161234567\", \"id\": \"wamid.%d\", \"timestamp\": \"%d\", \"type\": \"text\","
                    + " \"text\": {\"body\": \"\\u0414\\u043e\\u0431\\u0440\\u044b\\u0439 \\ud83d\\ude00\"}}";

    private static final long FIRST = 1_700_000_000;

    private String id;
    private String path;

    @Override
    protected void setUpChannel() {
        id = newChannel("1122");
        path = "/hooks/whatsapp/" + id;
    }

    private String newChannel(String phoneNumberId) {
        return http.withKey("POST", "/api/v1/channels", tenant.key(), """
                        {"kind": "whatsapp", "name": "WhatsApp",
                         "settings": {"phoneNumberId": "%s", "appSecret": "app-secret", "verifyToken": "token"}}
                        """.formatted(phoneNumberId))
                .json()
                .path("id")
                .stringValue();
    }

    private static String post(String phoneNumberId, String messages) {
        return """
                {"object": "whatsapp_business_account", "entry": [{"id": "1", "changes": [{"field": "messages", "value":
                 {"messaging_product": "whatsapp", "metadata": {"phone_number_id": "%s"},
                  "contacts": [{"profile": {"name": "Anna"}, "wa_id": "79161234567"}], "messages": [%s]}}]}]}
                """.formatted(phoneNumberId, messages);
    }

    private Delivery signed(String to, String body) {
        return Delivery.post(to, Map.of("Content-Type", "application/json", SIGNATURE, signature(body)), body);
    }

    private static String signature(String body) {
        return Http.metaSignature("app-secret", body);
    }

    @Override
    protected Delivery valid(int number) {
        return signed(path, post("1122", text(number)));
    }

    private static String text(int number) {
        return TEXT.formatted(number, FIRST + number);
    }

    @Override
    protected Optional<Instant> occurredAt(int number) {
        return Optional.of(Instant.ofEpochSecond(FIRST + number));
    }

    @Override
    protected Delivery unknownKind() {
        return signed(path, post("1122", text(1)).replace("\"messages\", \"value\"", "\"of_tomorrow\", \"value\""));
    }

    @Override
    protected Delivery malformed() {
        return signed(path, "{\"object\": \"whatsapp_business_account\", \"entry\": [");
    }

    @Override
    protected int statusOfMalformed() {
        return 200;
    }

    @Override
    protected Delivery forged() {
        return Delivery.post(path, Map.of(SIGNATURE, signature("something else")), post("1122", text(1)));
    }

    @Override
    protected int statusOfForged() {
        return 401;
    }

    @Override
    protected Delivery oversized() {
        return signed(path, post("1122", text(1).replace("wamid.", "x".repeat(1 << 20))));
    }

    @Override
    protected Delivery astray() {
        return signed("/hooks/whatsapp/nobody", post("1122", text(1)));
    }

    @Override
    protected int statusOfAstray() {
        return 404;
    }

    private JsonNode quarantine(int expected) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> http.withKey("GET", "/api/v1/quarantine", tenant.key(), "")
                                .json()
                                .path("items"),
                        items -> items.size() == expected);
    }

    private List<String> stored() {
        return InboundLog.of(tenant.workspace()).stream()
                .map(InboundContact::message)
                .map(message -> Objects.requireNonNull(message).providerId())
                .toList();
    }

    @Test
    void theChallengeIsGivenBackAsItIs() {
        Answer answer = http.send(new Delivery(
                "GET",
                path + "?hub.mode=subscribe&hub.verify_token=token&hub.challenge=115%3Cb%3E8",
                Map.of("Accept", "*/*"),
                new byte[0]));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("115<b>8");
        assertThat(answer.headers().get("Content-Type")).startsWith("text/plain");
        assertThat(answer.headers()).containsEntry("X-Content-Type-Options", "nosniff");
    }

    @ParameterizedTest
    @CsvSource({
        "?hub.mode=subscribe&hub.verify_token=guessed&hub.challenge=1",
        "?hub.mode=unsubscribe&hub.verify_token=token&hub.challenge=1",
        "?hub.mode=subscribe&hub.challenge=1",
        "''"
    })
    void aWrongTokenIsRefused(String query) {
        Answer answer = http.send(new Delivery("GET", path + query, Map.of(), new byte[0]));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(http.send(new Delivery("GET", "/hooks/whatsapp/nobody" + query, Map.of(), new byte[0]))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void withoutSignatureAPostIsForged() {
        assertThat(http.post(path, post("1122", text(1)), Map.of()).status()).isEqualTo(401);
    }

    @Test
    @DisplayName("18. The signature is over the bytes as they came, not over what they mean")
    void theSignatureIsOverTheBytes() {
        String escaped = post("1122", text(1));
        String meant = escaped.replace("\\u0414", "Д");

        assertThat(http.post(path, meant, Map.of(SIGNATURE, signature(escaped))).status())
                .isEqualTo(401);
        assertThat(http.send(signed(path, escaped)).status()).isEqualTo(200);
        assertThat(InboundLog.of(tenant.workspace()))
                .extracting(contact -> Objects.requireNonNull(contact.message()).text())
                .containsExactly("Добрый 😀");
    }

    @Test
    @DisplayName(
            "9. A message of a batch that nobody can read is kept, the others are stored, and a replay doubles nothing")
    void aPoisonedBatch() {
        String batch = post("1122", text(1) + ", 7, " + text(2));

        assertThat(http.send(signed(path, batch)).status()).isEqualTo(200);
        assertThat(http.send(signed(path, batch)).status()).isEqualTo(200);

        assertThat(stored()).containsExactlyInAnyOrder("wamid.1", "wamid.2");
        JsonNode kept = quarantine(1).path(0);
        assertThat(kept.path("body").stringValue()).doesNotContain("wamid");
        assertThat(http.withKey(
                                "POST",
                                "/api/v1/quarantine/" + kept.path("id").stringValue() + "/replay",
                                tenant.key(),
                                "")
                        .status())
                .isEqualTo(422);
        quarantine(1);
    }

    @Test
    void aPostingThatWasKeptAsAWholeIsReadInParts() {
        String batch = post("1122", text(1) + ", 7, " + text(2));
        ingestion
                .bean(LeadIntake.class)
                .quarantine(
                        new Quarantined(
                                tenant.workspace(),
                                new EventId("whole"),
                                id,
                                Instant.parse("2026-11-20T10:00:00Z"),
                                "application/json",
                                batch.getBytes(StandardCharsets.UTF_8),
                                "not understood then"),
                        "whatsapp");
        quarantine(1);

        Answer replayed = http.withKey("POST", "/api/v1/quarantine/whole/replay", tenant.key(), "");

        assertThat(replayed.json().path("results")).hasSize(2);
        assertThat(stored()).containsExactlyInAnyOrder("wamid.1", "wamid.2");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> quarantine(1).path(0).path("size").intValue() < batch.length() / 2);
    }

    @Test
    void whatCameForANumberWithoutChannelIsReplayedOnceThereIsOne() {
        String batch = post("3344", text(1)).replace("}]}]}", "}]}, " + entry("1122", 2) + "]}");
        assertThat(http.send(signed(path, batch)).status()).isEqualTo(200);
        String kept = quarantine(1).path(0).path("id").stringValue();
        assertThat(stored()).containsExactly("wamid.2");

        String other = newChannel("3344");
        Answer replayed = http.withKey("POST", "/api/v1/quarantine/" + kept + "/replay", tenant.key(), "");

        assertThat(replayed.status()).isEqualTo(200);
        assertThat(InboundLog.of(tenant.workspace()))
                .filteredOn(contact -> contact.channel().account().equals("3344"))
                .singleElement()
                .satisfies(contact -> assertThat(contact.channel().id()).isEqualTo(other));
        assertThat(http.send(signed(path, batch)).status()).isEqualTo(200);
        assertThat(stored()).containsExactlyInAnyOrder("wamid.1", "wamid.2");
        quarantine(0);
    }

    private static String entry(String phoneNumberId, int message) {
        String post = post(phoneNumberId, text(message)).strip();
        return post.substring(post.indexOf("[") + 1, post.lastIndexOf("]"));
    }

    @Test
    @DisplayName("14. Two channels of one number share sources and events")
    void twoChannelsOfOneNumberShareSources() {
        String body = post("1122", text(1));

        http.send(signed(path, body));
        http.send(signed("/hooks/whatsapp/" + newChannel("1122"), body));

        assertThat(InboundLog.of(tenant.workspace()).stream()
                        .map(contact -> contact.source() + " " + contact.event())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void anAliasEventIsASystemMessageOfTheOldNumber() {
        String change =
                "{\"from\": \"79161234567\", \"id\": \"wamid.9\", \"timestamp\": \"1700000000\", \"type\": \"system\","
                        + " \"system\": {\"type\": \"user_changed_number\", \"wa_id\": \"79165555555\"}}";

        http.send(signed(path, post("1122", change)));

        assertThat(InboundLog.of(tenant.workspace())).singleElement().satisfies(contact -> {
            assertThat(contact.externalUserId()).isEqualTo("79161234567");
            assertThat(Objects.requireNonNull(contact.message()).kind()).isEqualTo(Message.Kind.SYSTEM);
        });
    }
}
