package io.leadbraid.app.demo;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A Telegram bot and a web form of the demo. */
public record DemoChannels(String telegram, String telegramSecret, String telegramAccount, String form) {

    private static final String BOT = "7000000001";

    /** New ones each time, because a channel's secret is shown only once. */
    public static DemoChannels create(Leadbraid leadbraid) {
        JsonNode telegram = leadbraid.createChannel(Map.of(
                "kind", "telegram", "name", "Demo bot", "settings", Map.of("botToken", BOT + ":demo-without-a-bot")));
        JsonNode form = leadbraid.createChannel(
                Map.of("kind", "form", "name", "Demo form", "settings", Map.of("defaultRegion", "DE")));
        return new DemoChannels(
                telegram.get("id").asString(),
                telegram.get("settings").get("secretToken").asString(),
                BOT,
                form.get("id").asString());
    }

    /** An update as Telegram sends it: a text that a person wrote to the bot. */
    Map<String, Object> text(TelegramUser user, long number, String text) {
        return update(user, number, Map.of("text", text));
    }

    /** The person pressed "share my phone number". */
    Map<String, Object> ownContact(TelegramUser user, long number, String phone) {
        return update(
                user,
                number,
                Map.of("contact", Map.of("phone_number", phone, "first_name", user.name(), "user_id", user.id())));
    }

    private static Map<String, Object> update(TelegramUser user, long number, Map<String, Object> content) {
        Map<String, Object> from = user.username().isEmpty()
                ? Map.of("id", user.id(), "is_bot", false, "first_name", user.name())
                : Map.of("id", user.id(), "is_bot", false, "first_name", user.name(), "username", user.username());
        Map<String, Object> message = new java.util.LinkedHashMap<>(content);
        message.put("message_id", number);
        message.put("from", from);
        message.put("chat", Map.of("id", user.id(), "type", "private", "first_name", user.name()));
        message.put("date", System.currentTimeMillis() / 1000);
        return Map.of("update_id", number, "message", message);
    }

    /**
     * Somebody on Telegram.
     *
     * @param username empty where there is none
     */
    record TelegramUser(long id, String name, String username) {}

    static List<String> bots() {
        return List.of("viber", "whatsapp-bot", "instagram");
    }
}
