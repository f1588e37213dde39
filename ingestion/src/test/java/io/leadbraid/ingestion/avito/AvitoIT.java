package io.leadbraid.ingestion.avito;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbraid.ingestion.ConnectorContract;
import io.leadbraid.ingestion.Http.Answer;
import io.leadbraid.ingestion.Http.Delivery;
import io.leadbraid.ingestion.InboundLog;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AvitoIT extends ConnectorContract {

    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static final String MESSAGE = """
            {"id": "d%d", "version": "v3.0.0", "timestamp": 1706865998, "payload": {"type": "message", "value":
             {"id": "m%d", "chat_id": "u2i-a~b", "user_id": 100000001, "author_id": 200000002, "created": %d,
              "type": "text", "chat_type": "u2i", "content": {"text": "Здравствуйте"}, "item_id": 4098549657}}}
            """;

    private static final long FIRST = 1_706_865_998;

    private String id;
    private String path;

    @Override
    protected void setUpChannel() {
        JsonNode channel = http.withKey(
                        "POST",
                        "/api/v1/channels",
                        tenant.key(),
                        "{\"kind\": \"avito\", \"name\": \"Avito\", \"settings\": {\"userId\": \"100000001\"}}")
                .json();
        id = channel.path("id").stringValue();
        path = URI.create(channel.path("webhookUrl").stringValue()).getPath();
    }

    @Override
    protected Delivery valid(int number) {
        return Delivery.post(path, JSON, message(number, number));
    }

    private static String message(int delivery, int message) {
        return MESSAGE.formatted(delivery, message, FIRST + message);
    }

    @Override
    protected Optional<Instant> occurredAt(int number) {
        return Optional.of(Instant.ofEpochSecond(FIRST + number));
    }

    @Override
    protected Delivery unknownKind() {
        return Delivery.post(path, JSON, message(1, 1).replace("\"type\": \"message\"", "\"type\": \"of_tomorrow\""));
    }

    @Override
    protected Delivery malformed() {
        return Delivery.post(path, JSON, "{\"id\": \"d\", \"payload\": {");
    }

    @Override
    protected int statusOfMalformed() {
        return 200;
    }

    @Override
    protected Delivery forged() {
        return Delivery.post("/hooks/avito/" + id + "/guessed", JSON, message(1, 1));
    }

    @Override
    protected int statusOfForged() {
        return 401;
    }

    @Override
    protected Delivery oversized() {
        return Delivery.post(path, JSON, message(1, 1).replace("u2i-", "x".repeat(1 << 20)));
    }

    @Override
    protected Delivery astray() {
        return Delivery.post("/hooks/avito/nobody/secret", JSON, message(1, 1));
    }

    @Override
    protected int statusOfAstray() {
        return 404;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/x-www-form-urlencoded", "application/json", "text/plain", "multipart/form-data"})
    @DisplayName("3. The test of the address is answered 200, whatever its content type; so is an empty body")
    void theTestOfTheAddressIsAnswered(String contentType) {
        assertThat(http.post(path, "{}", Map.of("Content-Type", contentType)).status())
                .isEqualTo(200);
        assertThat(http.post(path, "", Map.of()).status()).isEqualTo(200);
        assertThat(InboundLog.of(tenant.workspace())).isEmpty();
    }

    @Test
    void aMessageOfAnyContentTypeIsStoredWithinTwoSeconds() {
        Instant start = Instant.now();

        Answer answer = http.post(path, message(1, 1), Map.of("Content-Type", "application/x-www-form-urlencoded"));

        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(2));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(InboundLog.of(tenant.workspace())).hasSize(1);
    }

    @Test
    void theSignatureThatNobodyCanCheckDecidesNothing() {
        assertThat(http.post(path, message(1, 1), Map.of("x-avito-messenger-signature", "0".repeat(64)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("2. A message that is delivered again under another delivery id is the same event")
    void theMessageIsTheEvent() {
        http.post(path, message(1, 1), JSON);
        http.post(path, message(2, 1), JSON);

        assertThat(InboundLog.of(tenant.workspace()).stream()
                        .map(contact -> contact.event())
                        .distinct())
                .hasSize(1);
    }

    @Test
    @DisplayName("1. Our own messages are acknowledged and counted")
    void ourOwnMessagesAreAcknowledgedAndCounted() {
        double before = ingestion.count("avito", "ignored");

        Answer answer = http.post(path, message(1, 1).replace("200000002", "100000001"), JSON);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(ingestion.count("avito", "ignored")).isGreaterThan(before);
        assertThat(InboundLog.of(tenant.workspace())).isEmpty();
    }

    @Test
    void aNewSecretIsInForceAtOnce() {
        Answer changed = http.withKey(
                "PATCH",
                "/api/v1/channels/" + id,
                tenant.key(),
                "{\"settings\": {\"pathSecret\": \"another-secret\"}}",
                "If-Match",
                "\"1\"");

        assertThat(changed.json().path("webhookUrl").stringValue()).endsWith(id + "/another-secret");
        assertThat(http.send(valid(1)).status()).isEqualTo(401);
        assertThat(http.post("/hooks/avito/" + id + "/another-secret", message(1, 1), JSON)
                        .status())
                .isEqualTo(200);
    }
}
