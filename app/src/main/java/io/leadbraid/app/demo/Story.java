package io.leadbraid.app.demo;

import io.leadbraid.app.demo.DemoChannels.TelegramUser;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Three impatient clients. What is printed behind each step was read back over the API. */
public final class Story {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int BOT_NUMBERS = 900_000_000;

    private final Leadbraid leadbraid;
    private final DemoChannels channels;
    private final RandomGenerator random;
    private int told;

    public Story(Leadbraid leadbraid, DemoChannels channels, RandomGenerator random) {
        this.leadbraid = leadbraid;
        this.channels = channels;
        this.random = random;
    }

    /** @return whether each client ended as one lead with all sources */
    public boolean tell(PrintStream out) {
        out.println();
        out.println("Three impatient clients:");
        boolean anna = anna(out);
        boolean bruno = bruno(out);
        boolean olga = olga(out);
        return anna && bruno && olga;
    }

    /** A nickname on Telegram, the nickname and a phone in the form, the phone with a bot. */
    private boolean anna(PrintStream out) {
        String nickname = "anna_" + number(100_000);
        String digits = number(100_000_000);
        TelegramUser anna = new TelegramUser(userId(), "Anna", nickname);
        Supplier<Optional<JsonNode>> lead = () -> bySource("telegram", channels.telegramAccount(), anna.id());
        leadbraid.telegram(
                channels.telegram(),
                channels.telegramSecret(),
                channels.text(anna, update(), "Is the flat still free?"));
        step(out, "Anna writes on Telegram as @" + nickname, lead, 1);
        leadbraid.form(
                channels.form(),
                fields(
                        "Name",
                        "Anna Berg",
                        "Telefon",
                        "0151 " + digits,
                        "Telegram",
                        "@" + nickname,
                        "Nachricht",
                        "Hallo?"));
        step(out, "Anna fills in the web form, in German, with 0151 " + digits, lead, 2);
        leadbraid.push(Map.of(
                "channel",
                "viber",
                "externalUserId",
                "viber-" + digits,
                "phone",
                "+49 151 " + digits,
                "text",
                "I asked on Telegram and on your site, anybody there?"));
        return step(out, "A bot hears from +49 151 " + digits + " on Viber", lead, 3);
    }

    /** A national spelling in the form, an international one with a bot. */
    private boolean bruno(PrintStream out) {
        String digits = number(10_000_000);
        String international = "+49160" + digits;
        Supplier<Optional<JsonNode>> lead = () -> bySearch(international);
        leadbraid.form(
                channels.form(),
                fields("name", "Bruno", "phone", "(0160) " + digits, "message", "Call me back please"));
        step(out, "Bruno fills in the web form with (0160) " + digits, lead, 1);
        leadbraid.push(Map.of(
                "channel", "whatsapp-bot",
                "externalUserId", "49160" + digits,
                "phone", "49160" + digits,
                "name", "bruno",
                "text", "did you get my form?"));
        return step(out, "A bot hears from 49160" + digits + " on WhatsApp", lead, 2);
    }

    /** Telegram without a nickname; the shared contact proves the number. */
    private boolean olga(PrintStream out) {
        String digits = number(10_000_000);
        TelegramUser olga = new TelegramUser(userId(), "Ольга", "");
        Supplier<Optional<JsonNode>> lead = () -> bySource("telegram", channels.telegramAccount(), olga.id());
        leadbraid.push(Map.of(
                "channel", "instagram",
                "externalUserId", "insta-" + digits,
                "nickname", "olga.shop" + digits,
                "text", "мой номер 8 916 " + digits,
                "phone", "8 916 " + digits,
                "region", "RU"));
        leadbraid.telegram(
                channels.telegram(), channels.telegramSecret(), channels.text(olga, update(), "Здравствуйте"));
        step(out, "Ольга writes on Telegram, without a nickname", lead, 1);
        leadbraid.telegram(
                channels.telegram(), channels.telegramSecret(), channels.ownContact(olga, update(), "7916" + digits));
        return step(out, "Ольга shares her number, known from Instagram as 8 916 " + digits, lead, 2);
    }

    /** Waits until the lead has that many sources, or patience ends; prints what it really has. */
    private boolean step(PrintStream out, String what, Supplier<Optional<JsonNode>> lead, int sources) {
        Instant deadline = Instant.now().plus(PATIENCE);
        Optional<JsonNode> seen = lead.get();
        while (seen.map(Story::sources).orElse(0) < sources && Instant.now().isBefore(deadline)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            seen = lead.get();
        }
        told++;
        out.printf(
                Locale.ROOT,
                "%2d. %-66s %s%n",
                told,
                what,
                seen.map(Story::described).orElse("no lead yet"));
        return seen.map(Story::sources).orElse(0) == sources;
    }

    private Optional<JsonNode> bySource(String channel, String account, long user) {
        JsonNode found = leadbraid.find(
                "/api/v1/sources",
                Map.of("channel", channel, "account", account, "externalUserId", Long.toString(user)));
        return Optional.ofNullable(found.get("lead")).filter(JsonNode::isObject);
    }

    private Optional<JsonNode> bySearch(String words) {
        JsonNode items = leadbraid.get("/api/v1/leads", Map.of("q", words)).get("items");
        return items.size() == 1 ? Optional.of(items.get(0)) : Optional.empty();
    }

    private static int sources(JsonNode lead) {
        return lead.get("sources").size();
    }

    private static String described(JsonNode lead) {
        String channels = StreamSupport.stream(lead.get("sources").spliterator(), false)
                .map(source -> source.get("channel").asString())
                .collect(Collectors.joining(", "));
        return "lead " + lead.get("id").asString().substring(0, 8) + ": " + channels;
    }

    private long userId() {
        return BOT_NUMBERS + random.nextLong(BOT_NUMBERS);
    }

    private long update() {
        return random.nextLong(1, Integer.MAX_VALUE);
    }

    private String number(int below) {
        return Integer.toString(below / 10 + random.nextInt(below - below / 10));
    }

    private static Map<String, String> fields(String... namesAndValues) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }
}
