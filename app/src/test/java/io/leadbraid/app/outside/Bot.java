package io.leadbraid.app.outside;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/** A Telegram bot of ours, and what Telegram posts for it. */
final class Bot {

    static final String SECRET = "X-Telegram-Bot-Api-Secret-Token";

    private final Outside outside;
    private final String account;
    private final String id;
    private final String secret;
    private final AtomicLong updates = new AtomicLong(1);

    private Bot(Outside outside, String account, String id, String secret) {
        this.outside = outside;
        this.account = account;
        this.id = id;
        this.secret = secret;
    }

    static Bot setUp(Outside outside) throws IOException {
        String account = Long.toString(System.nanoTime());
        JsonNode channel = outside.call(
                        "POST",
                        "/api/v1/channels",
                        Map.of(
                                "kind",
                                "telegram",
                                "name",
                                "bot " + account,
                                "settings",
                                Map.of("botToken", account + ":outside-tests")))
                .expected();
        return new Bot(
                outside,
                account,
                channel.get("id").asString(),
                channel.get("settings").get("secretToken").asString());
    }

    String account() {
        return account;
    }

    String path() {
        return "/hooks/telegram/" + id;
    }

    Answer post(Object update) throws IOException {
        return post(outside.bytes(update));
    }

    Answer post(byte[] body) throws IOException {
        return outside.post(path(), Outside.JSON_TYPE, body, SECRET, secret);
    }

    /** @param kind {@code message} or {@code edited_message} */
    Map<String, Object> update(String kind, long user, long messageId, Instant at, String text) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("message_id", messageId);
        message.put("from", Map.of("id", user, "is_bot", false, "first_name", "Anna"));
        message.put("chat", Map.of("id", user, "type", "private"));
        message.put("date", Instant.parse("2026-11-01T10:00:00Z").getEpochSecond());
        message.put(kind.equals("message") ? "date" : "edit_date", at.getEpochSecond());
        message.put("text", text);
        return Map.of("update_id", updates.getAndIncrement(), kind, message);
    }
}
