package io.leadbraid.ingestion.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbraid.access.Scope;
import io.leadbraid.ingestion.ConnectorContract;
import io.leadbraid.ingestion.Http.Answer;
import io.leadbraid.ingestion.Http.Delivery;
import io.leadbraid.ingestion.InboundLog;
import io.leadbraid.ingestion.RunningIngestion;
import io.leadbraid.model.Claim;
import io.leadbraid.model.Direction;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.InboundContact;
import io.leadbraid.model.Trait;
import io.leadbraid.model.Trust;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PushIT extends ConnectorContract {

    private static final Instant FIRST = Instant.parse("2026-11-20T10:00:00Z");
    private static final String PATH = "/api/v1/inbound";

    @Override
    protected void setUpChannel() {}

    @Override
    protected Delivery valid(int number) {
        return push(
                "{\"channel\": \"vk\", \"externalUserId\": \"u1\", \"externalMessageId\": \"m%d\", \"text\": \"Hi\", \"occurredAt\": \"%s\"}"
                        .formatted(number, FIRST.plusSeconds(number)));
    }

    @Override
    protected Optional<Instant> occurredAt(int number) {
        return Optional.of(FIRST.plusSeconds(number));
    }

    @Override
    protected Delivery unknownKind() {
        return push("{\"kind\": \"of tomorrow\"}");
    }

    @Override
    protected int statusOfUnknownKind() {
        return 422;
    }

    @Override
    protected Delivery malformed() {
        return push("{\"channel\": ");
    }

    @Override
    protected int statusOfMalformed() {
        return 400;
    }

    @Override
    protected Delivery forged() {
        return Delivery.post(PATH, Map.of("Authorization", "Bearer guessed"), "{}");
    }

    @Override
    protected int statusOfForged() {
        return 401;
    }

    @Override
    protected Delivery oversized() {
        return push("{\"channel\": \"vk\", \"text\": \"" + "x".repeat(1 << 20) + "\"}");
    }

    @Override
    protected Delivery astray() {
        return push("{\"channel\": \"telegram\", \"channelId\": \"nobody\", \"externalUserId\": \"1\"}");
    }

    @Override
    protected int statusOfAstray() {
        return 422;
    }

    private Delivery push(String body) {
        return Delivery.post(PATH, Map.of("Authorization", "Bearer " + tenant.key()), body);
    }

    private JsonNode onlyResult(String body) {
        Answer answer = http.send(push(body));
        assertThat(answer.status()).isEqualTo(202);
        return answer.json().path("results").path(0);
    }

    @Test
    void everythingThatIsPushedIsInTheLog() {
        JsonNode result = onlyResult("""
                {"channel": "vk", "account": "shop", "externalUserId": 42, "externalMessageId": "m1",
                 "occurredAt": "2026-01-02T03:04:05+03:00", "direction": "in", "nickname": "@Anna_K",
                 "phone": "8 916 123-45-67", "email": "Anna@Example.com", "name": " Anna  K ", "contactId": "C-7",
                 "text": "Пишите на b@example.com", "attributes": {"page": "/a", "n": 3, "o": {"x": [1]}},
                 "verified": ["phone"]}
                """);

        assertThat(result.path("status").stringValue()).isEqualTo("accepted");
        assertThat(result.path("warnings")).isEmpty();
        InboundContact contact = InboundLog.of(tenant.workspace()).getFirst();
        assertThat(contact.event().value()).isEqualTo(result.path("eventId").stringValue());
        assertThat(contact.source().value()).isEqualTo(result.path("sourceId").stringValue());
        assertThat(contact.externalUserId()).isEqualTo("42");
        assertThat(contact.direction()).isEqualTo(Direction.IN);
        assertThat(contact.occurredAt()).isEqualTo("2026-01-02T00:04:05Z");
        assertThat(contact.contactId()).isEqualTo("C-7");
        assertThat(contact.traits()).containsExactly(Trait.name("Anna K"));
        assertThat(contact.attributes())
                .containsOnly(
                        Map.entry("page", "/a"),
                        Map.entry("n", "3"),
                        Map.entry("o", "{\"x\":[1]}"),
                        Map.entry("contactId", "C-7"));
        assertThat(contact.message().text()).isEqualTo("Пишите на b@example.com");
        assertThat(contact.claims())
                .containsExactlyInAnyOrder(
                        new Claim(Identifier.id("vk:shop", "42"), Trust.STATED, "field:externalUserId", null),
                        new Claim(Identifier.phone("+79161234567"), Trust.VERIFIED, "field:phone", "8 916 123-45-67"),
                        new Claim(
                                Identifier.email("anna@example.com"), Trust.STATED, "field:email", "Anna@Example.com"),
                        new Claim(Identifier.nickname("vk", "anna_k"), Trust.STATED, "field:nickname", "@Anna_K"),
                        new Claim(Identifier.email("b@example.com"), Trust.MENTIONED, "text@10", null));
    }

    @Test
    void whatAKeyMayNotSayIsKeptAndWarnedAbout() {
        String key = ingestion.keyWith(tenant.workspace(), EnumSet.of(Scope.INBOUND_PUSH));

        JsonNode result =
                http.withKey("POST", PATH, key, """
                        {"channel": "vk", "externalUserId": "1", "phone": "+79161234567", "verified": ["phone"],
                         "contactId": "C-7"}
                        """).json().path("results").path(0);

        assertThat(result.path("warnings").findValuesAsString("field"))
                .containsExactlyInAnyOrder("contactId", "verified");
        InboundContact contact = InboundLog.of(tenant.workspace()).getFirst();
        assertThat(contact.contactId()).isNull();
        assertThat(contact.attributes()).containsEntry("contactId", "C-7");
        assertThat(contact.claims()).extracting(Claim::trust).containsOnly(Trust.STATED);
    }

    @Test
    void aKeyWithoutTheScopeMayNotPush() {
        String key = ingestion.keyWith(tenant.workspace(), EnumSet.of(Scope.LEAD_READ));

        assertThat(http.withKey("POST", PATH, key, "{}").status()).isEqualTo(403);
    }

    @Test
    void oddFieldsAreKeptAndWarnedAbout() {
        JsonNode result = onlyResult("""
                {"channel": "vk", "externalUserId": "1", "phone": "911", "email": "none", "nickname": "a b",
                 "occurredAt": "yesterday", "direction": "sideways", "region": "Mars", "verified": ["name"],
                 "fullName": "?", "text": ["a"], "attributes": 3}
                """);

        assertThat(result.path("warnings").findValuesAsString("field"))
                .containsExactlyInAnyOrder(
                        "fullName",
                        "text",
                        "attributes",
                        "direction",
                        "occurredAt",
                        "region",
                        "verified",
                        "phone",
                        "email",
                        "nickname");
        assertThat(InboundLog.of(tenant.workspace()).getFirst().attributes())
                .containsEntry("phone", "911")
                .containsEntry("email", "none")
                .containsEntry("nickname", "a b");
    }

    @Test
    void theRegionSaysWhichNationalSpellingIsMeant() {
        onlyResult("{\"channel\": \"vk\", \"externalUserId\": \"1\", \"phone\": \"0171 2345678\", \"region\": \"de\"}");

        assertThat(InboundLog.of(tenant.workspace()).getFirst().claims())
                .extracting(Claim::identifier)
                .contains(Identifier.phone("+491712345678"));
    }

    @Test
    void timesOfTheFutureAreTheTimeOfReceipt() {
        onlyResult("{\"channel\": \"vk\", \"externalUserId\": \"1\", \"occurredAt\": \"2999-01-01T00:00:00Z\"}");

        InboundContact contact = InboundLog.of(tenant.workspace()).getFirst();
        assertThat(contact.occurredAt()).isEqualTo(contact.receivedAt());
    }

    @Test
    void whatTheCompanyWroteSaysNothingAboutTheClient() {
        onlyResult("""
                {"channel": "vk", "externalUserId": "1", "direction": "out", "text": "Звоните 8 800 555-35-35"}
                """);

        assertThat(InboundLog.of(tenant.workspace()).getFirst().claims())
                .extracting(Claim::identifier)
                .containsExactly(Identifier.id("vk", "1"));
    }

    @Test
    void ofABatchTheGoodOnesAreTaken() {
        Answer answer = http.send(push("""
                [{"channel": "vk", "externalUserId": "1", "externalMessageId": "m1", "text": "a"},
                 {"channel": "vk"},
                 {"channel": "vk", "externalUserId": "1", "externalMessageId": "m1", "text": "a"},
                 {"channel": "telegram", "externalUserId": "1"},
                 7]
                """));

        assertThat(answer.status()).isEqualTo(202);
        JsonNode results = answer.json().path("results");
        assertThat(results.findValuesAsString("status"))
                .containsExactly("accepted", "rejected", "duplicate", "rejected", "rejected");
        assertThat(results.path(1).path("errors").path(0).path("field").stringValue())
                .isEqualTo("externalUserId");
        assertThat(results.path(3).path("errors").path(0).path("field").stringValue())
                .isEqualTo("channelId");
        assertThat(InboundLog.of(tenant.workspace())).hasSize(1);
    }

    @Test
    void whenAllAreRejectedThePushIs() {
        Answer answer = http.send(push("[{\"channel\": \"vk\"}, {\"externalUserId\": \"" + "x".repeat(201) + "\"}]"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").findValuesAsString("field"))
                .containsExactly("[0].externalUserId", "[1].channel", "[1].externalUserId");
        assertThat(answer.json().path("results")).hasSize(2);
    }

    @Test
    void fiveHundredContactsAreTakenTogether() {
        String batch = IntStream.range(0, 500)
                .mapToObj("{\"channel\": \"vk\", \"externalUserId\": \"%d\", \"text\": \"Hi\"}"::formatted)
                .collect(Collectors.joining(",", "[", "]"));

        assertThat(http.send(push(batch)).status()).isEqualTo(202);
        assertThat(http.send(push("[" + batch.substring(1, batch.length() - 1) + ",{}]"))
                        .status())
                .isEqualTo(413);
        assertThat(InboundLog.of(tenant.workspace())).hasSize(500);
    }

    @Test
    void anIdempotencyKeyMarksARepeat() {
        String body = "[{\"channel\": \"vk\", \"externalUserId\": \"1\", \"text\": \"Hi\"}]";

        Answer first = http.withKey("POST", PATH, tenant.key(), body, "Idempotency-Key", "k1");
        Answer second = http.withKey("POST", PATH, tenant.key(), body, "Idempotency-Key", "k1");
        Answer other = http.withKey("POST", PATH, tenant.key(), body + " ", "Idempotency-Key", "k1");

        assertThat(first.status()).isEqualTo(202);
        assertThat(second.status()).isEqualTo(202);
        assertThat(second.json().path("results").path(0).path("status").stringValue())
                .isEqualTo("duplicate");
        assertThat(other.status()).isEqualTo(422);
        assertThat(InboundLog.of(tenant.workspace())).hasSize(1);
    }

    @Test
    void withoutAMarkNothingIsTakenForARepeat() {
        String body = "{\"channel\": \"vk\", \"externalUserId\": \"1\", \"text\": \"Hi\"}";

        onlyResult(body);
        onlyResult(body);

        assertThat(InboundLog.of(tenant.workspace())).hasSize(2);
    }

    @Test
    void aBuiltInChannelIsNamedByItsId() {
        String id = http.withKey("POST", "/api/v1/channels", tenant.key(), """
                        {"kind": "telegram", "name": "Bot", "settings": {"botToken": "777000:AAEE"}}
                        """)
                .json()
                .path("id")
                .stringValue();

        JsonNode result = onlyResult("""
                {"channel": "telegram", "channelId": "%s", "externalUserId": "456", "externalMessageId": "9",
                 "nickname": "Anna_K", "text": "Hi"}
                """.formatted(id));

        InboundContact contact = InboundLog.of(tenant.workspace()).getFirst();
        assertThat(result.path("warnings")).isEmpty();
        assertThat(contact.channel().account()).isEqualTo("777000");
        assertThat(contact.message().providerId()).isEqualTo("456:9");
        assertThat(contact.claims())
                .extracting(Claim::identifier)
                .containsExactly(Identifier.id("telegram", "456"), Identifier.nickname("telegram", "anna_k"));
    }

    @Test
    void aNicknameOnAvitoIsNoneOnTelegram() {
        String id = http.withKey("POST", "/api/v1/channels", tenant.key(), """
                        {"kind": "avito", "name": "Shop", "settings": {"userId": "100"}}
                        """)
                .json()
                .path("id")
                .stringValue();

        onlyResult("""
                {"channel": "avito", "channelId": "%s", "externalUserId": "77", "nickname": "ivan_petrov", "text": "Hi"}
                """.formatted(id));

        assertThat(InboundLog.of(tenant.workspace()).getFirst().claims())
                .extracting(Claim::identifier)
                .containsExactly(Identifier.nickname("avito", "ivan_petrov"));
    }

    @Test
    void messagesOfTwoUsersAreTwoWhereverTheColonStands() {
        onlyResult(
                "{\"channel\": \"vk\", \"externalUserId\": \"a:b\", \"externalMessageId\": \"c\", \"text\": \"Hi\"}");
        onlyResult(
                "{\"channel\": \"vk\", \"externalUserId\": \"a\", \"externalMessageId\": \"b:c\", \"text\": \"Hi\"}");

        assertThat(InboundLog.of(tenant.workspace()))
                .extracting(contact -> contact.message().providerId())
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void anotherCompanysChannelIsUnknown() {
        String id = http.withKey(
                        "POST",
                        "/api/v1/channels",
                        ingestion.newTenant().key(),
                        "{\"kind\": \"telegram\", \"name\": \"Bot\"}")
                .json()
                .path("id")
                .stringValue();

        Answer answer = http.send(
                push("{\"channel\": \"telegram\", \"channelId\": \"%s\", \"externalUserId\": \"1\"}".formatted(id)));

        assertThat(answer.status()).isEqualTo(422);
    }

    @Test
    void whatPostgresCannotHoldIsTakenOut() {
        onlyResult("{\"channel\": \"vk\", \"externalUserId\": \"1\\u0000\", \"text\": \"a\\u0000b\\ud800c\"}");

        InboundContact contact = InboundLog.of(tenant.workspace()).getFirst();
        assertThat(contact.externalUserId()).isEqualTo("1");
        assertThat(contact.message().text()).isEqualTo("ab\uFFFDc");
    }

    @Test
    void twoBotsWithTheSameUserIdAreTwoSources() {
        onlyResult("{\"channel\": \"vk\", \"externalUserId\": \"1\", \"text\": \"a\"}");
        onlyResult("{\"channel\": \"vk\", \"account\": \"2\", \"externalUserId\": \"1\", \"text\": \"a\"}");
        onlyResult("{\"channel\": \"ok\", \"externalUserId\": \"1\", \"text\": \"a\"}");

        assertThat(InboundLog.of(tenant.workspace()))
                .extracting(InboundContact::source)
                .doesNotHaveDuplicates();
        assertThat(InboundLog.of(tenant.workspace()))
                .flatExtracting(InboundContact::claims)
                .extracting(Claim::identifier)
                .doesNotHaveDuplicates();
    }

    @Test
    void whoPushesTooFastIsToldWhenToComeAgain() {
        String invalid = "[" + "{},".repeat(499) + "{}]";
        for (int pushed = 0; pushed < RunningIngestion.PUSHES_PER_MINUTE; pushed += 500) {
            assertThat(http.send(push(invalid)).status()).isEqualTo(422);
        }

        Answer answer = http.send(push(invalid));

        assertThat(answer.status()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.headers().get("Retry-After"))).isBetween(1, 60);
    }
}
