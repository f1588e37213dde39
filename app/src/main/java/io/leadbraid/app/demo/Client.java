package io.leadbraid.app.demo;

import io.leadbraid.simulator.population.Address;
import io.leadbraid.simulator.population.Place;
import io.leadbraid.simulator.population.Post;
import io.leadbraid.simulator.population.Written;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who writes to the demo's channels, in the form in which each platform tells of it.
 *
 * @param telegram his user id there
 * @param username on Telegram; empty where he has none
 * @param whatsApp his number, digits with country code
 * @param avito his user id there
 */
record Client(String name, long telegram, String username, String whatsApp, long avito) {

    private static final long ITEM = 4_098_549_657L;

    Post onTelegram(Place.Telegram bot, String text) {
        return update(bot, Map.of("text", text));
    }

    /** He pressed "share my phone number". */
    Post sharesNumber(Place.Telegram bot) {
        return update(
                bot, Map.of("contact", Map.of("phone_number", whatsApp, "first_name", name, "user_id", telegram)));
    }

    private Post update(Place.Telegram bot, Map<String, Object> content) {
        Map<String, Object> from = new LinkedHashMap<>(Map.of("id", telegram, "is_bot", false, "first_name", name));
        if (!username.isEmpty()) {
            from.put("username", username);
        }
        Instant now = Instant.now();
        long number = number(now);
        Map<String, Object> message = new LinkedHashMap<>(content);
        message.put("message_id", number);
        message.put("from", from);
        message.put("chat", Map.of("id", telegram, "type", "private", "first_name", name));
        message.put("date", now.getEpochSecond());
        return new Post.Update(
                bot, written(bot, Long.toString(telegram)), Map.of("update_id", number, "message", message), now);
    }

    Post onWhatsApp(Place.WhatsApp ours, String text) {
        Instant now = Instant.now();
        String user = "DE.demo" + whatsApp;
        Map<String, Object> value = Map.of(
                "messaging_product",
                "whatsapp",
                "metadata",
                Map.of("display_phone_number", "4930123456", "phone_number_id", ours.phoneNumberId()),
                "contacts",
                List.of(Map.of("profile", Map.of("name", name), "wa_id", whatsApp, "user_id", user)),
                "messages",
                List.of(Map.of(
                        "from",
                        whatsApp,
                        "from_user_id",
                        user,
                        "id",
                        "wamid." + UUID.randomUUID(),
                        "timestamp",
                        Long.toString(now.getEpochSecond()),
                        "type",
                        "text",
                        "text",
                        Map.of("body", text))));
        Map<String, Object> entry =
                Map.of("id", "104857600000001", "changes", List.of(Map.of("field", "messages", "value", value)));
        return new Post.Notification(
                ours,
                List.of(written(ours, user)),
                Map.of("object", "whatsapp_business_account", "entry", List.of(entry)),
                now);
    }

    Post onAvito(Place.Avito shop, String text) {
        Instant now = Instant.now();
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("id", UUID.randomUUID().toString().replace("-", ""));
        value.put("chat_id", "u2i-" + ITEM + "~" + avito);
        value.put("chat_type", "u2i");
        value.put("user_id", shop.user());
        value.put("author_id", avito);
        value.put("created", now.getEpochSecond());
        value.put("type", "text");
        value.put("content", Map.of("text", text));
        value.put("item_id", ITEM);
        Map<String, Object> body = Map.of(
                "id",
                UUID.randomUUID().toString(),
                "version",
                "v3.0.0",
                "timestamp",
                now.getEpochSecond(),
                "payload",
                Map.of("type", "message", "value", value));
        return new Post.Chat(shop, written(shop, Long.toString(avito)), body, now);
    }

    static Post inForm(Place.Form form, Map<String, String> fields) {
        return new Post.Submission(form, written(form, ""), fields, false, Instant.now());
    }

    static Post throughBot(Place.Pushed bot, Map<String, Object> contact) {
        Map<String, Object> named = new LinkedHashMap<>(contact);
        named.put("channel", bot.channel());
        return new Post.Push(List.of(written(bot, "")), List.of(named), Optional.empty(), Instant.now());
    }

    /** Rising, so that what was written later is later for the product too. */
    private static long number(Instant now) {
        return now.toEpochMilli() % Integer.MAX_VALUE;
    }

    private static Written written(Place place, String user) {
        return new Written(new Address(place, user), Optional.empty());
    }
}
