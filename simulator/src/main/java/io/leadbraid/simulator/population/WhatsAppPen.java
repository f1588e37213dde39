package io.leadbraid.simulator.population;

import io.leadbraid.simulator.population.Script.Line;
import io.leadbraid.simulator.population.Talk.Words;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes what people do on WhatsApp, as Meta's Cloud API tells it. */
final class WhatsAppPen {

    private static final String BUSINESS = "104857600000001";
    private static final String OUR_NUMBER = "4930123456";

    private final Script script;
    private int messages;

    WhatsAppPen(Script script) {
        this.script = script;
    }

    /**
     * Somebody's account, as our number sees it.
     *
     * @param user his id within our business portfolio, which changes with his number
     * @param hidesNumber whether he shows a username in place of his number
     */
    record Account(Person person, Place.WhatsApp place, String user, Phone phone, boolean hidesNumber, String shown) {

        Address address() {
            return new Address(place, user);
        }

        /** Digits, in the one form in which WhatsApp knows this account. */
        String number() {
            List<String> spellings = phone.region().platformSpellings(phone.subscriber());
            return spellings.get(phone.subscriber().charAt(phone.subscriber().length() - 1) % spellings.size());
        }
    }

    void text(Account account, Instant at, Words words) {
        Line line = script.line(account.address(), words.text());
        Map<String, Object> message = message(account, at);
        message.put("type", "text");
        message.put("text", Map.of("body", line.text()));
        send(account, line.message(), at, value(account, List.of(contact(account)), message));
        script.mention(account.address(), words.own(), at);
    }

    /** WhatsApp says, in the name of the old account, that somebody has given up his number for another. */
    void newNumber(Account before, Account after, Instant at) {
        Map<String, Object> message = message(before, at);
        message.put("type", "system");
        message.put(
                "system",
                Map.of(
                        "body",
                        "User " + before.shown() + " changed from " + before.number() + " to " + after.number(),
                        "type",
                        "user_changed_number",
                        "wa_id",
                        after.number(),
                        "user_id",
                        after.user(),
                        "previous_user_id",
                        before.user()));
        send(before, new Written(before.address(), Optional.empty()), at, value(before, List.of(), message));
        claims(after, before.address(), at);
    }

    private Map<String, Object> message(Account account, Instant at) {
        Map<String, Object> message = new LinkedHashMap<>();
        if (!account.hidesNumber()) {
            message.put("from", account.number());
        }
        message.put("from_user_id", account.user());
        message.put("id", "wamid." + script.name() + Cast.letters(messages++) + "==");
        message.put("timestamp", Long.toString(at.getEpochSecond()));
        return message;
    }

    private static Map<String, Object> contact(Account account) {
        Map<String, Object> contact = new LinkedHashMap<>();
        Map<String, Object> profile = new LinkedHashMap<>();
        profile.put("name", account.shown());
        if (account.hidesNumber()) {
            profile.put("username", account.person().username());
        } else {
            contact.put("wa_id", account.number());
        }
        contact.put("profile", profile);
        contact.put("user_id", account.user());
        return contact;
    }

    private static Map<String, Object> value(
            Account account, List<Map<String, Object>> contacts, Map<String, Object> message) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("messaging_product", "whatsapp");
        value.put(
                "metadata",
                Map.of(
                        "display_phone_number",
                        OUR_NUMBER,
                        "phone_number_id",
                        account.place().phoneNumberId()));
        if (!contacts.isEmpty()) {
            value.put("contacts", contacts);
        }
        value.put("messages", List.of(message));
        return value;
    }

    private void send(Account account, Written written, Instant at, Map<String, Object> value) {
        script.owner(account.address(), account.person());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("object", "whatsapp_business_account");
        body.put(
                "entry",
                List.of(Map.of("id", BUSINESS, "changes", List.of(Map.of("field", "messages", "value", value)))));
        script.send(new Post.Notification(account.place(), List.of(written), body, at));
        claims(account, account.address(), at);
    }

    private void claims(Account account, Address by, Instant at) {
        script.claim(by, Handle.id("whatsapp", account.user()), true, at);
        if (!account.hidesNumber()) {
            script.claim(by, Handle.id("whatsapp", Handle.phone(account.phone()).value()), true, at);
            script.claim(by, Handle.phone(account.phone()), true, at);
        }
    }
}
