package io.leadbraid.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.leadbraid.model.topic.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is in the log is what {@code schema/inbound.schema.json} promises to other programs. */
class InboundSchemaIT {

    private final RunningIngestion ingestion = RunningIngestion.get();
    private final Http http = ingestion.http();
    private final RunningIngestion.Tenant tenant = ingestion.newTenant();

    private static Schema schema() throws IOException {
        try (InputStream file = Topics.class.getResourceAsStream("/schema/inbound.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(file.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        }
    }

    private String channel(String kind, String settings) {
        return http.withKey("POST", "/api/v1/channels", tenant.key(), """
                        {"kind": "%s", "name": "x", "settings": %s}
                        """.formatted(kind, settings))
                .json()
                .path("id")
                .stringValue();
    }

    @Test
    void recordsOfAllChannelsFollowTheSchema() throws IOException {
        http.withKey("POST", "/api/v1/inbound", tenant.key(), """
                [{"channel": "v=k", "account": "a", "externalUserId": "1", "phone": "8 916 123-45-67", "email": "a@b.ru",
                  "nickname": "n", "name": "N", "text": "@anna_k", "contactId": "7", "attributes": {"a": "b"}},
                 {"channel": "vk", "externalUserId": "1", "direction": "out"}]
                """);
        http.post("/hooks/forms/" + channel("form", "{}"), "name=A&phone=89161234567&page_url=http://a.ru/b", Map.of());
        http.post(
                "/hooks/telegram/" + channel("telegram", "{\"secretToken\": \"s\"}"),
                """
                {"update_id": 1, "edited_message": {"message_id": 1, "edit_date": 1700000000,
                 "contact": {"phone_number": "79161234567", "user_id": 1},
                 "from": {"id": 1, "username": "anna_k", "first_name": "A", "language_code": "ru"}, "chat": {"id": 1}}}
                """,
                Map.of("X-Telegram-Bot-Api-Secret-Token", "s"));

        http.post(
                "/hooks/avito/" + channel("avito", "{\"userId\": \"1\", \"pathSecret\": \"s\"}") + "/s", """
                {"payload": {"type": "message", "value": {"id": "m", "chat_id": "c", "user_id": 1, "author_id": 2,
                 "type": "text", "content": {"text": "8 916 123-45-67"}, "item_id": 4098549657}}}
                """, Map.of());
        String whatsapp = """
                {"object": "whatsapp_business_account", "entry": [{"changes": [{"value": {"messages": [
                 {"from_user_id": "RU.1", "from_parent_user_id": "RU.ENT.1", "from": "79161234567", "id": "wamid.1",
                  "type": "system", "system": {"type": "user_changed_number", "wa_id": "79165555555"}}]}}]}]}
                """;
        http.post(
                "/hooks/whatsapp/" + channel("whatsapp", "{\"phoneNumberId\": \"1\", \"appSecret\": \"s\"}"),
                whatsapp,
                Map.of("X-Hub-Signature-256", Http.metaSignature("s", whatsapp)));

        List<String> records = InboundLog.records().stream()
                .filter(record -> InboundLog.contact(record).workspace().equals(tenant.workspace()))
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .toList();

        assertThat(records).hasSize(6);
        Schema schema = schema();
        assertThat(records)
                .allSatisfy(record -> assertThat(schema.validate(
                                record,
                                InputFormat.JSON,
                                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
                        .isEmpty());
    }

    @Test
    void theSchemaRefusesOtherRecords() throws IOException {
        assertThat(schema().validate("{\"schemaVersion\": 2}", InputFormat.JSON))
                .isNotEmpty();
    }
}
