package io.leadbraid.simulator.population;

import io.leadbraid.simulator.population.Script.Line;
import io.leadbraid.simulator.population.Talk.Words;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Writes what people do in a Telegram chat with a bot. */
final class TelegramPen {

    private static final int IN_OTHER_CASE = 30;

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
     * @param shown the name on his profile
     */
    record Account(Person person, Place.Telegram bot, String username, String shown) {

        Account(Person person, Place.Telegram bot, String username) {
            this(person, bot, username, person.name().given());
        }

        Address address() {
            return new Address(bot, Long.toString(person.telegramId()));
        }
    }

    void text(Account account, Instant at, Words words) {
        Line line = script.line(account.address(), words.text());
        write(account, at, line.message(), Map.of("text", line.text()));
        script.mention(account.address(), words.own(), at);
    }

    /** A message that is his number and nothing else. */
    void onlyPhone(Account account, Instant at, Phone phone) {
        write(account, at, Script.bare(account.address(), "").message(), Map.of("text", phone.abroad(dice)));
        script.claim(account.address(), Handle.phone(phone), false, at);
    }

    /** A message that is his e-mail address and nothing else. */
    void onlyEmail(Account account, Instant at, String email) {
        write(account, at, Script.bare(account.address(), "").message(), Map.of("text", email));
        script.claim(account.address(), Handle.email(email), false, at);
    }

    /** He pressed the button that shares his own number. */
    void ownContact(Account account, Instant at, Phone phone) {
        contact(account, at, phone, account.shown(), account.person().telegramId());
        script.claim(account.address(), Handle.phone(phone), true, at);
    }

    /** A card of somebody else; Telegram knows its owner, or does not. */
    void foreignContact(Account account, Instant at, Person other) {
        contact(account, at, other.phone(), other.name().full(), dice.chance(50) ? other.telegramId() : 0);
    }

    private void contact(Account account, Instant at, Phone phone, String name, long user) {
        Map<String, Object> card = new LinkedHashMap<>();
        card.put("phone_number", phone.bare(dice));
        card.put("first_name", name);
        if (user != 0) {
            card.put("user_id", user);
        }
        write(account, at, Script.bare(account.address(), "").message(), Map.of("contact", card));
    }

    private void write(Account account, Instant at, Written written, Map<String, Object> content) {
        long user = account.person().telegramId();
        int number = updates.merge(account.bot(), 1, Integer::sum);
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("message_id", number);
        message.put("from", user(account));
        message.put("chat", Map.of("id", user, "type", "private"));
        message.put("date", at.getEpochSecond());
        message.putAll(content);
        Map<String, Object> update = new LinkedHashMap<>();
        update.put("update_id", number);
        update.put("message", message);
        script.owner(account.address(), account.person());
        script.send(new Post.Update(account.bot(), written, update, at));
        script.claim(account.address(), Handle.telegramId(user), true, at);
        if (!account.username().isEmpty()) {
            script.claim(account.address(), Handle.nickname("telegram", account.username()), true, at);
        }
    }

    private Map<String, Object> user(Account account) {
        Map<String, Object> user = new LinkedHashMap<>();
        user.put("id", account.person().telegramId());
        user.put("is_bot", false);
        user.put("first_name", account.shown());
        if (!account.username().isEmpty()) {
            user.put("username", inSomeCase(account.username()));
        }
        user.put("language_code", account.person().name().language());
        return user;
    }

    private String inSomeCase(String username) {
        return dice.chance(IN_OTHER_CASE)
                ? username.substring(0, 1).toUpperCase(Locale.ROOT) + username.substring(1)
                : username;
    }
}
