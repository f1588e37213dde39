package io.leadbraid.app.outside;

import static io.leadbraid.app.outside.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Updates of Telegram: forged, unknown, repeated, reordered, edited, oversized, malformed; all the way to the lead. */
@ExtendWith(RunningLeadbraid.class)
class TelegramIT {

    private static final Instant MORNING = Instant.parse("2026-11-20T08:00:00Z");

    private final Outside outside;
    private final Reading reading;
    /** Telegram knows its users over all bots, so each test has an Anna of its own. */
    private final long anna = System.nanoTime();

    private final String annaId = Long.toString(anna);
    private Bot bot;

    TelegramIT(Outside outside) {
        this.outside = outside;
        this.reading = new Reading(outside);
    }

    @BeforeEach
    void setUpABot() throws IOException {
        bot = Bot.setUp(outside);
    }

    @Test
    void refusesForgedPostsAndStoresNothing() throws IOException {
        byte[] update = outside.bytes(bot.update("message", anna, 1, MORNING, "forged"));

        assertProblem(outside.post(bot.path(), Outside.JSON_TYPE, update), 401);
        assertProblem(outside.post(bot.path(), Outside.JSON_TYPE, update, Bot.SECRET, "guessed"), 401);

        bot.post(bot.update("message", anna + 1, 2, MORNING, "genuine"));
        reading.lead("telegram", bot.account(), Long.toString(anna + 1));
        assertThat(reading.isKnown("telegram", bot.account(), annaId)).isFalse();
    }

    @Test
    void knowsNoOtherBots() throws IOException {
        byte[] update = outside.bytes(bot.update("message", anna, 1, MORNING, "hello"));
        String unknown = UUID.randomUUID().toString().replace("-", "");

        assertProblem(outside.post("/hooks/telegram/" + unknown, Outside.JSON_TYPE, update, Bot.SECRET, "x"), 404);
    }

    @Test
    void storesOnceWhatTelegramRepeats() throws IOException {
        Map<String, Object> update = bot.update("message", anna, 1, MORNING, "Is it still available?");

        Answer first = bot.post(update);
        Answer second = bot.post(update);

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(first.status());
        bot.post(bot.update("message", anna, 2, MORNING.plusSeconds(1), "Hello?"));
        JsonNode lead = reading.lead("telegram", bot.account(), annaId);
        assertThat(reading.texts(2, lead)).containsExactlyInAnyOrder("Is it still available?", "Hello?");
    }

    @Test
    void putsInOrderWhatComesInDisorder() throws IOException {
        bot.post(bot.update("message", anna, 3, MORNING.plusSeconds(120), "third"));
        bot.post(bot.update("message", anna, 1, MORNING, "first"));
        bot.post(bot.update("message", anna, 2, MORNING.plusSeconds(60), "second"));

        List<String> texts = reading.texts(3, reading.lead("telegram", bot.account(), annaId));

        assertThat(texts).isIn(List.of("first", "second", "third"), List.of("third", "second", "first"));
    }

    @Test
    void showsAnEditWhetherItComesBeforeOrAfterItsMessage() throws IOException {
        long bruno = anna + 1;
        bot.post(bot.update("message", anna, 1, MORNING, "tow rooms"));
        bot.post(bot.update("edited_message", anna, 1, MORNING.plusSeconds(60), "two rooms"));
        bot.post(bot.update("edited_message", bruno, 2, MORNING.plusSeconds(60), "two rooms"));
        bot.post(bot.update("message", bruno, 2, MORNING, "tow rooms"));
        bot.post(bot.update("message", anna, 3, MORNING.plusSeconds(120), "thanks"));
        bot.post(bot.update("message", bruno, 4, MORNING.plusSeconds(120), "thanks"));

        JsonNode annas = reading.lead("telegram", bot.account(), annaId);
        JsonNode brunos = reading.lead("telegram", bot.account(), Long.toString(bruno));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(reading.texts(2, annas)).contains("two rooms", "thanks");
            assertThat(reading.texts(2, brunos)).isEqualTo(reading.texts(2, annas));
        });
    }

    @Test
    void refusesUpdatesThatAreTooLarge() throws IOException {
        String flood = "x".repeat(2 * 1024 * 1024);

        assertProblem(bot.post(bot.update("message", anna, 1, MORNING, flood)), 413);
    }

    @Test
    void keepsWhatItCannotReadAndShowsItInQuarantine() throws IOException {
        String mark = UUID.randomUUID().toString();
        byte[] broken = ("{\"update_id\": " + mark).getBytes(StandardCharsets.UTF_8);

        Answer first = bot.post(broken);
        Answer again = bot.post(broken);

        assertThat(first.isAcknowledgement()).isTrue();
        assertThat(again.status()).isEqualTo(first.status());
        await("it is in quarantine")
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(outside.all("/api/v1/quarantine", Map.of()))
                        .filteredOn(item -> item.toString().contains(mark))
                        .hasSize(1));
    }
}
