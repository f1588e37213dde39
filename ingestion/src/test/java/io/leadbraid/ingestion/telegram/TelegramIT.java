package io.leadbraid.ingestion.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbraid.ingestion.ConnectorContract;
import io.leadbraid.ingestion.Http.Answer;
import io.leadbraid.ingestion.Http.Delivery;
import io.leadbraid.ingestion.InboundLog;
import io.leadbraid.model.InboundContact;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TelegramIT extends ConnectorContract {

    private static final String SECRET = "X-Telegram-Bot-Api-Secret-Token";
    private static final String UPDATE = """
            {"update_id": %d, "message": {"message_id": %d, "date": %d, "text": "Здравствуйте",
             "from": {"id": 456, "is_bot": false, "first_name": "Anna", "username": "Anna_K"},
             "chat": {"id": 456, "type": "private"}}}
            """;

    private static final long FIRST = 1_700_000_000;

    private String path;
    private Map<String, String> headers;

    @Override
    protected void setUpChannel() {
        JsonNode channel = http.withKey(
                        "POST", "/api/v1/channels", tenant.key(), "{\"kind\": \"telegram\", \"name\": \"Bot\"}")
                .json();
        path = "/hooks/telegram/" + channel.path("id").stringValue();
        headers = Map.of(
                "Content-Type",
                "application/json",
                SECRET,
                channel.path("settings").path("secretToken").stringValue());
    }

    @Override
    protected Delivery valid(int number) {
        return Delivery.post(path, headers, update(number));
    }

    private static String update(int number) {
        return UPDATE.formatted(number, number, FIRST + number);
    }

    @Override
    protected Optional<Instant> occurredAt(int number) {
        return Optional.of(Instant.ofEpochSecond(FIRST + number));
    }

    @Override
    protected Delivery unknownKind() {
        return Delivery.post(path, headers, "{\"update_id\": 1, \"message_of_tomorrow\": {\"chat\": {\"id\": 456}}}");
    }

    @Override
    protected Delivery malformed() {
        return Delivery.post(path, headers, "{\"update_id\": 1, \"message\": {");
    }

    @Override
    protected int statusOfMalformed() {
        return 200;
    }

    @Override
    protected Delivery forged() {
        return Delivery.post(path, Map.of(SECRET, "guessed"), update(1));
    }

    @Override
    protected int statusOfForged() {
        return 401;
    }

    @Override
    protected Delivery oversized() {
        return Delivery.post(path, headers, "{\"update_id\": 1, \"text\": \"" + "x".repeat(1 << 20) + "\"}");
    }

    @Override
    protected Delivery astray() {
        return Delivery.post("/hooks/telegram/nobody", headers, update(1));
    }

    @Override
    protected int statusOfAstray() {
        return 404;
    }

    @Test
    void withoutItsSecretAnUpdateIsForged() {
        assertThat(http.post(path, update(1), Map.of()).status()).isEqualTo(401);
    }

    @Test
    void aNewSecretIsInForceAtOnce() {
        String id = path.substring(path.lastIndexOf('/') + 1);
        Answer changed = http.withKey(
                "PATCH",
                "/api/v1/channels/" + id,
                tenant.key(),
                "{\"settings\": {\"secretToken\": \"new-secret\", \"botToken\": \"777000:AAEE\"}}",
                "If-Match",
                "\"1\"");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(http.send(valid(1)).status()).isEqualTo(401);
        assertThat(http.post(path, update(1), Map.of(SECRET, "new-secret")).status())
                .isEqualTo(200);
        assertThat(InboundLog.of(tenant.workspace()))
                .extracting(InboundContact::channel)
                .allSatisfy(channel -> assertThat(channel.account()).isEqualTo("777000"));
    }

    @Test
    void otherUpdatesAreAcknowledgedAndCounted() {
        double before = ingestion.count("telegram", "ignored");

        Answer answer = http.post(path, "{\"update_id\": 5, \"my_chat_member\": {\"chat\": {\"id\": 456}}}", headers);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(ingestion.count("telegram", "ignored")).isEqualTo(before + 1);
        assertThat(InboundLog.of(tenant.workspace())).isEmpty();
    }
}
