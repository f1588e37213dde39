package io.leadbraid.simulator.population;

import io.leadbraid.simulator.population.Script.Line;
import io.leadbraid.simulator.population.Talk.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pushes what bots hear. */
final class PushPen {

    private static final int NAMES_MESSAGES = 80;

    private final Script script;
    private final Dice dice;
    private final Talk talk;
    private final List<Pushed> waiting = new ArrayList<>();
    private int keys;

    private record Pushed(Written message, Map<String, Object> contact, Instant at) {}

    PushPen(Script script, Dice dice, Talk talk) {
        this.script = script;
        this.dice = dice;
        this.talk = talk;
    }

    /** @param user the platform's id, which may be anything, so also an id that somebody else has elsewhere */
    record Account(Person person, Place.Pushed bot, String user) {

        Address address() {
            return new Address(bot, user);
        }
    }

    /**
     * What a bot knows of somebody; empty where it does not.
     *
     * @param verified for which of the three its platform vouches, by their names in the API
     */
    record Known(Optional<Phone> phone, Optional<String> email, Optional<String> nickname, List<String> verified) {

        static final Known NOTHING = new Known(Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    void push(Account account, Known known, Instant at, Words words) {
        Address address = account.address();
        List<String> verified = known.verified();
        Line line = script.line(address, words.text());
        Map<String, Object> contact = contact(account, line.text(), at);
        contact.put("name", account.person().name().full());
        known.phone().ifPresent(phone -> {
            contact.putAll(spelled(phone));
            script.claim(address, Handle.phone(phone), verified.contains("phone"), at);
        });
        known.email().ifPresent(email -> {
            contact.put("email", talk.inAnyCase(email));
            script.claim(address, Handle.email(email), verified.contains("email"), at);
        });
        known.nickname().ifPresent(nickname -> {
            contact.put("nickname", nickname);
            script.claim(
                    address, Handle.nickname(account.bot().channel(), nickname), verified.contains("nickname"), at);
        });
        if (!verified.isEmpty()) {
            contact.put("verified", verified);
        }
        script.mention(address, words.own(), at);
        waiting.add(new Pushed(line.message(), contact, at));
    }

    /** A message that is a number and nothing else. */
    void pushOnlyPhone(Account account, Phone phone, Instant at) {
        Map<String, Object> contact = contact(account, phone.atHome(dice), at);
        contact.put("region", phone.region().name());
        waiting.add(new Pushed(Script.bare(account.address(), "").message(), contact, at));
        script.claim(account.address(), Handle.phone(phone), false, at);
    }

    private Map<String, Object> contact(Account account, String text, Instant at) {
        script.owner(account.address(), account.person());
        Map<String, Object> contact = new LinkedHashMap<>();
        contact.put("channel", account.bot().channel());
        if (!account.bot().account().isEmpty()) {
            contact.put("account", account.bot().account());
        }
        contact.put("externalUserId", account.user());
        if (dice.chance(NAMES_MESSAGES)) {
            contact.put("externalMessageId", "m" + keys++);
        }
        contact.put("occurredAt", at.toString());
        contact.put("text", text);
        return contact;
    }

    private Map<String, Object> spelled(Phone phone) {
        return dice.chance(50)
                ? Map.of("phone", phone.atHome(dice), "region", phone.region().name())
                : Map.of("phone", dice.chance(50) ? phone.abroad(dice) : phone.bare(dice));
    }

    /** Sends what waits, some by itself and some in arrays. */
    void flush() {
        List<Pushed> rest =
                waiting.stream().sorted(Comparator.comparing(Pushed::at)).toList();
        while (!rest.isEmpty()) {
            int size = dice.chance(70) ? 1 : Math.min(rest.size(), dice.number(2, 12));
            send(rest.subList(0, size));
            rest = rest.subList(size, rest.size());
        }
        waiting.clear();
    }

    private void send(List<Pushed> batch) {
        boolean allNamed = batch.stream().allMatch(pushed -> pushed.contact().containsKey("externalMessageId"));
        script.send(new Post.Push(
                batch.stream().map(Pushed::message).toList(),
                batch.stream().map(Pushed::contact).toList(),
                allNamed ? Optional.empty() : Optional.of("key-" + Cast.letters(keys++) + "-" + script.name()),
                batch.getLast().at()));
    }
}
