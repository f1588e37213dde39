package io.leadbraid.testkit.population;

import io.leadbraid.testkit.population.Script.Line;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes what people do in a Telegram chat with a bot. */
final class TelegramPen {

    private final Script script;
    private final Dice dice;
    private final Map<Place.Telegram, Integer> updates = new HashMap<>();

    TelegramPen(Script script, Dice dice) {
        this.script = script;
        this.dice = dice;
    }

    /**
     * Somebody in his chat with one of our bots.
     *
     * @param username in lower case, as far as he has one; otherwise empty
     */
    record Chat(Person person, Place.Telegram bot, String username) {

        Address address() {
            return new Address(bot, Long.toString(person.telegramId()));
        }
    }

    void text(Chat chat, Instant at, String words) {
        Line line = script.line(chat.address(), words);
        write(chat, at, line.message(), Map.of("text", line.text()));
    }

    /** A message that is his number and nothing else. */
    void onlyPhone(Chat chat, Instant at, Phone phone) {
        write(chat, at, Script.bare(chat.address(), "").message(), Map.of("text", phone.abroad(dice)));
        script.claim(chat.address(), Handle.phone(phone), false, at);
    }

    /** A message that is his e-mail address and nothing else. */
    void onlyEmail(Chat chat, Instant at, String email) {
        write(chat, at, Script.bare(chat.address(), "").message(), Map.of("text", email));
        script.claim(chat.address(), Handle.email(email), false, at);
    }

    /** He pressed the button that shares his own number. */
    void ownContact(Chat chat, Instant at, Phone phone) {
        contact(chat, at, phone, chat.person().name(), chat.person().telegramId());
        script.claim(chat.address(), Handle.phone(phone), true, at);
    }

    /** A card of somebody else; Telegram knows its owner, or does not. */
    void foreignContact(Chat chat, Instant at, Person other) {
        contact(chat, at, other.phone(), other.name(), dice.chance(50) ? other.telegramId() : 0);
    }

    private void contact(Chat chat, Instant at, Phone phone, String name, long user) {
        Map<String, Object> card = new LinkedHashMap<>();
        card.put("phone_number", phone.bare(dice));
        card.put("first_name", name);
        if (user != 0) {
            card.put("user_id", user);
        }
        write(chat, at, Script.bare(chat.address(), "").message(), Map.of("contact", card));
    }

    private void write(Chat chat, Instant at, Written written, Map<String, Object> content) {
        int number = updates.merge(chat.bot(), 1, Integer::sum);
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("message_id", number);
        message.put("from", user(chat));
        message.put("chat", Map.of("id", chat.person().telegramId(), "type", "private"));
        message.put("date", at.getEpochSecond());
        message.putAll(content);
        script.send(new Post.Update(chat.bot(), written, Map.of("update_id", number, "message", message)));
        script.claim(chat.address(), Handle.telegramId(chat.person().telegramId()), true, at);
        if (!chat.username().isEmpty()) {
            script.claim(chat.address(), Handle.nickname("telegram", chat.username()), true, at);
        }
    }

    private Map<String, Object> user(Chat chat) {
        Map<String, Object> user = new LinkedHashMap<>();
        user.put("id", chat.person().telegramId());
        user.put("is_bot", false);
        user.put("first_name", chat.person().name());
        if (!chat.username().isEmpty()) {
            user.put("username", dice.chance(30) ? chat.username().replace("tg_", "TG_") : chat.username());
        }
        return user;
    }
}
