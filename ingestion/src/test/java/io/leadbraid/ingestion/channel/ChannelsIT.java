package io.leadbraid.ingestion.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbraid.access.Scope;
import io.leadbraid.access.WorkspaceTransactions;
import io.leadbraid.ingestion.Http;
import io.leadbraid.ingestion.Http.Answer;
import io.leadbraid.ingestion.RunningIngestion;
import io.leadbraid.ingestion.RunningIngestion.Tenant;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class ChannelsIT {

    private static final String PATH = "/api/v1/channels";

    private final RunningIngestion ingestion = RunningIngestion.get();
    private final Http http = ingestion.http();
    private final Tenant tenant = ingestion.newTenant();

    private Answer call(String method, String path, String body, String... headers) {
        return http.withKey(method, path, tenant.key(), body, headers);
    }

    private String newBot() {
        return call("POST", PATH, "{\"kind\": \"telegram\", \"name\": \"Bot\"}")
                .json()
                .path("id")
                .stringValue();
    }

    @Test
    void generatedSecretsAreShownOnceAndGivenOnesNever() {
        Answer created = call("POST", PATH, """
                {"kind": "telegram", "name": "Bot", "settings": {"botToken": "777000:AAEE", "team": "sales"}}
                """);

        String id = created.json().path("id").stringValue();
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.headers()).containsEntry("Location", PATH + "/" + id).containsEntry("ETag", "\"1\"");
        assertThat(created.json().path("webhookUrl").stringValue())
                .isEqualTo("https://leads.example.com/hooks/telegram/" + id);
        assertThat(created.json().path("settings").path("secretToken").stringValue())
                .hasSize(64);
        assertThat(created.json().path("settings").path("team").stringValue()).isEqualTo("sales");
        assertThat(created.json().path("settings").has("botToken")).isFalse();
        Answer read = call("GET", PATH + "/" + id, "");
        assertThat(read.body()).doesNotContain("777000").doesNotContain("secretToken\":\"");
        assertThat(read.json().path("secrets").valueStream().map(secret -> secret.stringValue()))
                .containsExactly("botToken", "secretToken");
    }

    @Test
    void theSecretInTheAddressOfAWebhookIsShownOnce() {
        Answer created =
                call("POST", PATH, "{\"kind\": \"avito\", \"name\": \"Avito\", \"settings\": {\"userId\": 100000001}}");

        String id = created.json().path("id").stringValue();
        String secret = created.json().path("settings").path("pathSecret").stringValue();
        assertThat(secret).hasSize(64);
        assertThat(created.json().path("webhookUrl").stringValue())
                .isEqualTo("https://leads.example.com/hooks/avito/" + id + "/" + secret);
        Answer renamed = call("PATCH", PATH + "/" + id, "{\"name\": \"Other\"}", "If-Match", "\"1\"");
        for (Answer later : new Answer[] {renamed, call("GET", PATH + "/" + id, ""), call("GET", PATH, "")}) {
            assertThat(later.body()).doesNotContain(secret).contains("/hooks/avito/" + id + "/***");
        }
    }

    @Test
    void whatsAppNeedsItsSecretAndGetsATokenToVerifyTheAddress() {
        Answer created = call("POST", PATH, """
                {"kind": "whatsapp", "name": "WhatsApp",
                 "settings": {"phoneNumberId": "1122", "appSecret": "app-secret", "accessToken": "EAAG"}}
                """);

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().path("webhookUrl").stringValue())
                .endsWith("/hooks/whatsapp/" + created.json().path("id").stringValue());
        assertThat(created.json().path("settings").path("verifyToken").stringValue())
                .hasSize(64);
        assertThat(created.body()).doesNotContain("app-secret").doesNotContain("EAAG");
        assertThat(call(
                                "PATCH",
                                PATH + "/" + created.json().path("id").stringValue(),
                                "{\"settings\": {\"appSecret\": null}}",
                                "If-Match",
                                "\"1\"")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void secretsAreEncryptedInTheDatabase() {
        call("POST", PATH, """
                {"kind": "telegram", "name": "Bot", "settings": {"botToken": "777000:CLEARLY"}}
                """);

        assertThat(ingestion
                        .bean(WorkspaceTransactions.class)
                        .in(
                                tenant.workspace(),
                                () -> ingestion
                                        .bean(JdbcClient.class)
                                        .sql("SELECT encode(secrets, 'escape') || settings::text FROM channel")
                                        .query(String.class)
                                        .list()))
                .isNotEmpty()
                .noneMatch(row -> row.contains("CLEARLY"));
    }

    @Test
    void channelsAreListedPageByPage() {
        String one = newBot();
        String two = newBot();

        Answer first = call("GET", PATH + "?limit=1", "");
        Answer second = call(
                "GET",
                PATH + "?limit=1&cursor=" + first.json().path("nextCursor").stringValue(),
                "");

        assertThat(new String[] {
                    first.json().path("items").path(0).path("id").stringValue(),
                    second.json().path("items").path(0).path("id").stringValue()
                })
                .containsExactlyInAnyOrder(one, two);
    }

    @Test
    void aChangeNeedsTheVersionItChanges() {
        String path = PATH + "/" + newBot();
        String change = "{\"name\": \"Other\", \"settings\": {\"team\": \"sales\"}}";

        assertThat(call("PATCH", path, change).status()).isEqualTo(428);
        assertThat(call("PATCH", path, change, "If-Match", "\"7\"").status()).isEqualTo(412);
        Answer changed = call("PATCH", path, change, "If-Match", "\"1\"");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.headers()).containsEntry("ETag", "\"2\"");
        assertThat(call("PATCH", path, change, "If-Match", "\"1\"").status()).isEqualTo(412);
        assertThat(call("GET", path, "").json().path("name").stringValue()).isEqualTo("Other");
        assertThat(call("PATCH", path, "{\"settings\": {\"team\": null}}", "If-Match", "\"2\"")
                        .json()
                        .path("settings")
                        .has("team"))
                .isFalse();
    }

    @Test
    void aRemovedChannelReceivesNothing() {
        String id = newBot();

        assertThat(call("DELETE", PATH + "/" + id, "").status()).isEqualTo(204);

        assertThat(http.post("/hooks/telegram/" + id, "{}", Map.of()).status()).isEqualTo(404);
        assertThat(call("DELETE", PATH + "/" + id, "").status()).isEqualTo(404);
    }

    @Test
    void anotherCompanySeesNothingOfIt() {
        String path = PATH + "/" + newBot();
        String stranger = ingestion.newTenant().key();

        assertThat(http.withKey("GET", path, stranger, "").status()).isEqualTo(404);
        assertThat(http.withKey("DELETE", path, stranger, "").status()).isEqualTo(404);
        assertThat(http.withKey("PATCH", path, stranger, "{\"name\": \"x\"}", "If-Match", "\"1\"")
                        .status())
                .isEqualTo(404);
        assertThat(http.withKey("GET", PATH, stranger, "").json().path("items")).isEmpty();
    }

    @Test
    void channelsNeedTheirScope() {
        String key = ingestion.keyWith(tenant.workspace(), EnumSet.of(Scope.LEAD_READ));

        assertThat(http.withKey("GET", PATH, key, "").status()).isEqualTo(403);
        assertThat(http.withKey("POST", PATH, key, "{}").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                                     | kind",
                "{\"kind\": \"viber\", \"name\": \"x\"}                                 | kind",
                "{\"kind\": \"whatsapp\", \"name\": \"x\"}                              | settings.phoneNumberId settings.appSecret",
                "{\"kind\": \"whatsapp\", \"name\": \"x\", \"settings\": {\"phoneNumberId\": \"+7 916\", \"appSecret\": \"s\"}} | settings.phoneNumberId",
                "{\"kind\": \"whatsapp\", \"name\": \"x\", \"settings\": {\"portfolio\": \"parent\"}} | settings.portfolio",
                "{\"kind\": \"avito\", \"name\": \"x\"}                                 | settings.userId",
                "{\"kind\": \"avito\", \"name\": \"x\", \"settings\": {\"userId\": \"me\"}} | settings.userId",
                "{\"kind\": \"avito\", \"name\": \"x\", \"settings\": {\"userId\": 7, \"pathSecret\": \"a/b\"}} | settings.pathSecret",
                "{\"kind\": \"telegram\"}                                               | name",
                "{\"kind\": \"telegram\", \"name\": \"x\", \"settings\": {\"secretToken\": \"ä\"}} | settings.secretToken",
                "{\"kind\": \"telegram\", \"name\": \"x\", \"settings\": {\"botToken\": \"x\"}} | settings.botToken",
                "{\"kind\": \"telegram\", \"name\": \"x\", \"settings\": {\"colour\": \"x\"}} | settings.colour",
                "{\"kind\": \"form\", \"name\": \"x\", \"settings\": {\"defaultRegion\": \"Mars\"}} | settings.defaultRegion",
                "{\"kind\": \"form\", \"name\": \"x\", \"settings\": {\"successUrl\": \"javascript:x\"}} | settings.successUrl",
                "{\"kind\": \"form\", \"name\": \"x\", \"settings\": {\"allowedOrigins\": [\"example.com\"]}} | settings.allowedOrigins",
                "{\"kind\": \"form\", \"name\": \"x\", \"settings\": {\"mapping\": {\"a\": \"b\"}}} | settings.mapping",
            })
    void whatIsWrongIsNamed(String body, String fields) {
        Answer answer = call("POST", PATH, body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").findValuesAsString("field")).containsExactly(fields.split(" "));
    }

    @Test
    void aChannelTellsWhenItWasLastHeardOfAndWhatWentWrong() {
        Answer created = call("POST", PATH, "{\"kind\": \"telegram\", \"name\": \"Bot\"}");
        String id = created.json().path("id").stringValue();
        Map<String, String> secret = Map.of(
                "X-Telegram-Bot-Api-Secret-Token",
                created.json().path("settings").path("secretToken").stringValue());

        http.post("/hooks/telegram/" + id, "{}", Map.of());
        http.post("/hooks/telegram/" + id, """
                {"update_id": 1, "message": {"message_id": 1, "date": 1700000000, "text": "Hi",
                 "from": {"id": 1}, "chat": {"id": 1}}}
                """, secret);

        assertThat(call("GET", PATH + "/" + id, "").json().path("lastMessageAt").isString())
                .isTrue();
        ingestion.bean(ChannelActivity.class).write();
        Answer written = call("GET", PATH, "");
        assertThat(written.json().path("items").path(0).path("lastMessageAt").isString())
                .isTrue();
        assertThat(written.json().path("items").path(0).path("lastError").stringValue())
                .contains("missing or wrong");
    }
}
