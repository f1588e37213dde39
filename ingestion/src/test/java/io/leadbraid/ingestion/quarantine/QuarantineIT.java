package io.leadbraid.ingestion.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leadbraid.ingestion.Http;
import io.leadbraid.ingestion.Http.Answer;
import io.leadbraid.ingestion.InboundLog;
import io.leadbraid.ingestion.RunningIngestion;
import io.leadbraid.ingestion.RunningIngestion.Tenant;
import io.leadbraid.model.EventId;
import io.leadbraid.model.Quarantined;
import io.leadbraid.model.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class QuarantineIT {

    private static final String PATH = "/api/v1/quarantine";

    private final RunningIngestion ingestion = RunningIngestion.get();
    private final Http http = ingestion.http();
    private final Tenant tenant = ingestion.newTenant();
    private final JsonNode bot = http.withKey(
                    "POST", "/api/v1/channels", tenant.key(), "{\"kind\": \"telegram\", \"name\": \"Bot\"}")
            .json();

    private Answer post(String update) {
        return http.post(
                "/hooks/telegram/" + bot.path("id").stringValue(),
                update,
                Map.of(
                        "Content-Type",
                        "application/json",
                        "X-Telegram-Bot-Api-Secret-Token",
                        bot.path("settings").path("secretToken").stringValue()));
    }

    private JsonNode waiting(int expected) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> http.withKey("GET", PATH, tenant.key(), "").json().path("items"),
                        items -> items.size() == expected);
    }

    private Answer replay(String id) {
        return http.withKey("POST", PATH + "/" + id + "/replay", tenant.key(), "");
    }

    private Quarantined payload(String event, String body) {
        return new Quarantined(
                tenant.workspace(),
                new EventId(event),
                bot.path("id").stringValue(),
                Instant.parse("2026-11-20T10:00:00Z"),
                "application/json",
                body.getBytes(StandardCharsets.UTF_8),
                "reason");
    }

    private void deliver(Quarantined... payloads) {
        List<ConsumerRecord<byte[], byte[]>> records = List.of(payloads).stream()
                .map(payload -> new ConsumerRecord<>(
                        Topics.QUARANTINE.name(),
                        0,
                        0,
                        new byte[0],
                        Topics.QUARANTINE.values().serializer().serialize("", payload)))
                .toList();
        new QuarantineKeeper(ingestion.bean(QuarantineRows.class)).onMessage(records);
    }

    @Test
    void whatNobodyCanReadIsKeptAsItCame() {
        String update = "{\"update_id\": 1, \"message_of_tomorrow\": {\"a\": \"ä\"}}";

        assertThat(post(update).status()).isEqualTo(200);
        assertThat(post(update).status()).isEqualTo(200);

        JsonNode item = waiting(1).path(0);
        assertThat(item.path("body").stringValue()).isEqualTo(update);
        assertThat(item.path("channelId").stringValue())
                .isEqualTo(bot.path("id").stringValue());
        assertThat(item.path("size").intValue()).isEqualTo(update.getBytes(StandardCharsets.UTF_8).length);
        assertThat(item.path("reason").stringValue()).contains("kind");
        assertThat(InboundLog.of(tenant.workspace())).isEmpty();
    }

    @Test
    void whatIsStillUnreadableStays() {
        post("nonsense");
        String id = waiting(1).path(0).path("id").stringValue();

        Answer answer = replay(id);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("reason").stringValue()).isNotBlank();
        waiting(1);
    }

    @Test
    void whatCanBeReadByNowIsTakenInOnce() {
        deliver(payload("e1", """
                {"update_id": 1, "message": {"message_id": 1, "date": 1700000000, "text": "Hi",
                 "from": {"id": 1}, "chat": {"id": 1}}}
                """));

        Answer answer = replay("e1");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(InboundLog.of(tenant.workspace()))
                .extracting(contact -> contact.event().value())
                .containsExactly(
                        answer.json().path("results").path(0).path("eventId").stringValue());
        assertThat(replay("e1").status()).isEqualTo(409);
        waiting(0);
    }

    @Test
    void aRecordThatComesTwiceIsKeptOnce() {
        deliver(payload("a", "1"), payload("b", "2"), payload("a", "1"));
        deliver(payload("a", "1"), payload("b", "2"));

        waiting(2);
    }

    @Test
    void pagesFollowEachOther() {
        deliver(payload("a", "1"), payload("b", "2"), payload("c", "3"));

        Answer first = http.withKey("GET", PATH + "?limit=2", tenant.key(), "");
        Answer second = http.withKey(
                "GET",
                PATH + "?limit=2&cursor=" + first.json().path("nextCursor").stringValue(),
                tenant.key(),
                "");

        assertThat(first.json().path("items").findValuesAsString("id")).containsExactly("c", "b");
        assertThat(second.json().path("items").findValuesAsString("id")).containsExactly("a");
        assertThat(http.withKey("GET", PATH + "?cursor=x", tenant.key(), "").status())
                .isEqualTo(422);
    }

    @Test
    void aPayloadOfAChannelThatIsGoneCannotBeReplayed() {
        deliver(payload("a", "{}"));
        http.withKey("DELETE", "/api/v1/channels/" + bot.path("id").stringValue(), tenant.key(), "");

        assertThat(replay("a").status()).isEqualTo(409);
        assertThat(replay("unknown").status()).isEqualTo(404);
        assertThat(http.withKey(
                                "POST",
                                PATH + "/a/replay",
                                ingestion.newTenant().key(),
                                "")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aForeignRecordHoldsUpNoOther() {
        byte[] foreign = "nonsense".getBytes(StandardCharsets.UTF_8);

        new QuarantineKeeper(ingestion.bean(QuarantineRows.class))
                .onMessage(List.of(new ConsumerRecord<>(Topics.QUARANTINE.name(), 0, 0, new byte[0], foreign)));
        deliver(payload("a", "1"));

        waiting(1);
    }
}
