package io.leadbraid.app.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** WhatsApp and Avito, all the way to the lead. */
@ExtendWith(RunningLeadbraid.class)
class MessengersIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Outside outside;
    private final Reading reading;
    private final String account = Long.toString(System.nanoTime());
    private final String digits = Long.toString(System.nanoTime() % 10_000_000 + 20_000_000);
    private final String number = "49151" + digits;

    MessengersIT(Outside outside) {
        this.outside = outside;
        this.reading = new Reading(outside);
    }

    private JsonNode channel(String kind, Map<String, String> settings) throws IOException {
        return outside.call("POST", "/api/v1/channels", Map.of("kind", kind, "name", kind, "settings", settings))
                .expected();
    }

    private String whatsApp() throws IOException {
        return "/hooks/whatsapp/"
                + channel("whatsapp", Map.of("phoneNumberId", account, "appSecret", "app-secret"))
                        .get("id")
                        .asString();
    }

    private Answer tell(String path, String message) throws IOException {
        byte[] body = """
                {"object": "whatsapp_business_account", "entry": [{"id": "1", "changes": [{"field": "messages", "value":
                 {"metadata": {"phone_number_id": "%s"}, "messages": [%s]}}]}]}
                """.formatted(account, message).getBytes(StandardCharsets.UTF_8);
        return outside.post(path, Outside.JSON_TYPE, body, "X-Hub-Signature-256", "sha256=" + hmac(body));
    }

    private static String hmac(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("app-secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String text(String from, String text) {
        return "{\"from\": \"%1$s\", \"id\": \"wamid.%1$s.%2$s\", \"timestamp\": \"1763625600\", \"type\": \"text\", \"text\": {\"body\": \"%2$s\"}}"
                .formatted(from, text);
    }

    @Test
    void aNumberOnWhatsAppAndInAFormIsOneLead() throws IOException {
        String form = "/hooks/forms/"
                + channel("form", Map.of("defaultRegion", "DE")).get("id").asString();

        tell(whatsApp(), text(number, "one"));
        outside.post(form, Outside.FORM_TYPE, ("tel=0151+" + digits + "&message=two").getBytes(StandardCharsets.UTF_8));

        await().atMost(SOON).untilAsserted(() -> {
            JsonNode lead = reading.lead("whatsapp", account, number);
            assertThat(lead.get("sources")).hasSize(2);
            assertThat(reading.texts(2, lead)).containsExactlyInAnyOrder("one", "two");
        });
    }

    @Test
    void whoeverChangesHisNumberStaysOneLead() throws IOException {
        String path = whatsApp();
        String next = "49160" + digits;

        tell(path, text(next, "new"));
        tell(
                path,
                "{\"from\": \"%s\", \"id\": \"wamid.c\", \"timestamp\": \"1763625601\", \"type\": \"system\", \"system\": {\"type\": \"user_changed_number\", \"wa_id\": \"%s\"}}"
                        .formatted(number, next));
        tell(path, text(number, "old"));

        await().atMost(SOON).untilAsserted(() -> {
            JsonNode lead = reading.lead("whatsapp", account, number);
            assertThat(lead.get("id"))
                    .isEqualTo(reading.lead("whatsapp", account, next).get("id"));
            assertThat(reading.texts(3, lead)).contains("old", "new");
        });
    }

    @Test
    void aBuyerOnAvitoIsOneLeadWithItsChats() throws IOException {
        URI webhook = URI.create(
                channel("avito", Map.of("userId", account)).get("webhookUrl").asString());
        for (String chat : new String[] {"u2i-a~1", "u2i-b~2"}) {
            for (String author : new String[] {"200000002", account}) {
                byte[] body = """
                        {"id": "d", "version": "v3.0.0", "payload": {"type": "message", "value": {"id": "%1$s%2$s", "chat_id": "%1$s",
                         "user_id": %3$s, "author_id": %2$s, "type": "text", "content": {"text": "%1$s"}, "item_id": 4098549657}}}
                        """.formatted(chat, author, account).getBytes(StandardCharsets.UTF_8);
                assertThat(outside.post(webhook.getPath(), Outside.JSON_TYPE, body)
                                .status())
                        .isEqualTo(200);
            }
        }

        await().atMost(SOON).untilAsserted(() -> {
            JsonNode lead = reading.lead("avito", account, "200000002");
            assertThat(lead.get("sources").get(0).get("chats")).hasSize(2);
            assertThat(lead.get("attributes").get("avito_item_id").asString()).isEqualTo("4098549657");
            assertThat(reading.texts(2, lead)).containsExactlyInAnyOrder("u2i-a~1", "u2i-b~2");
        });
        assertThat(reading.isKnown("avito", account, account)).isFalse();
    }

    @Test
    void theApiSaysHowWebhooksProveThemselves() {
        JsonNode paths = outside.get("/v3/api-docs", Map.of()).expected().get("paths");

        JsonNode avito = paths.get("/hooks/avito/{channelId}/{pathSecret}").get("post");
        assertThat(avito.get("description").asString()).contains("pathSecret");
        assertThat(avito.get("security")).isEmpty();
        assertThat(paths.get("/hooks/whatsapp/{channelId}").get("get").get("parameters"))
                .extracting(parameter -> parameter.get("name").asString())
                .contains("hub.verify_token", "hub.challenge");
    }
}
