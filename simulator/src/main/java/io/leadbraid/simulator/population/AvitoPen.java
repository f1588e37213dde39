package io.leadbraid.simulator.population;

import io.leadbraid.simulator.population.Script.Line;
import io.leadbraid.simulator.population.Talk.Words;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes what buyers do in Avito's messenger: no name, no number, only who wrote about which item. */
final class AvitoPen {

    private static final long FIRST_ITEM = 4_000_000_000L;
    private static final int ITEMS = 40;

    private final Script script;
    private final Dice dice;
    private long messages;

    AvitoPen(Script script, Dice dice) {
        this.script = script;
        this.dice = dice;
    }

    /** A buyer in his chat about one item. */
    record Account(Person person, Place.Avito place, long item) {

        Address address() {
            return new Address(place, Long.toString(person.avito()));
        }

        private String chat() {
            return "u2i-" + item + "~" + person.avito() + "_a";
        }
    }

    long anyItem() {
        return FIRST_ITEM + dice.number(0, ITEMS);
    }

    void text(Account account, Instant at, Words words) {
        Line line = script.line(account.address(), words.text());
        send(account, line, at);
        script.mention(account.address(), words.own(), at);
    }

    /** A message that is his number and nothing else. */
    void onlyPhone(Account account, Instant at, Phone phone) {
        send(account, Script.bare(account.address(), phone.abroad(dice)), at);
        script.claim(account.address(), Handle.phone(phone), false, at);
    }

    private void send(Account account, Line line, Instant at) {
        long number = messages++;
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("id", "%016x%016x".formatted(account.place().user(), number));
        value.put("chat_id", account.chat());
        value.put("user_id", account.place().user());
        value.put("author_id", account.person().avito());
        value.put("created", at.getEpochSecond());
        value.put("published_at", Instant.ofEpochSecond(at.getEpochSecond()).toString());
        value.put("type", "text");
        value.put("chat_type", "u2i");
        value.put("content", Map.of("text", line.text()));
        value.put("item_id", account.item());
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("type", "message");
        payload.put("value", value);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", "00000000-0000-4000-8000-%012x".formatted(number));
        body.put("version", "v3.0.0");
        body.put("timestamp", at.getEpochSecond());
        body.put("payload", payload);
        script.owner(account.address(), account.person());
        script.send(new Post.Chat(account.place(), line.message(), body, at));
        script.claim(
                account.address(),
                Handle.id("avito", Long.toString(account.person().avito())),
                true,
                at);
    }
}
