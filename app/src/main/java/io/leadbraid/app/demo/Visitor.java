package io.leadbraid.app.demo;

import io.leadbraid.access.problem.ProblemException;
import io.leadbraid.simulator.population.Post;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor of the page types into one of the phones.
 *
 * @param phone which one: telegram, telegram-contact, whatsapp, avito or form
 * @param id his user id on Telegram and Avito
 * @param number his own, digits with country code
 * @param typedPhone in the form, as he writes it
 */
record Visitor(
        String phone,
        long id,
        @Nullable String name,
        @Nullable String username,
        @Nullable String number,
        @Nullable String typedPhone,
        @Nullable String email,
        @Nullable String text) {

    private static final int LONGEST = 2_000;

    /** @throws ProblemException 422 for what no platform would send */
    Post post() {
        String said = text("text", text);
        Client client = new Client(text("name", name), id, text("username", username), digits(), id);
        return switch (phone) {
            case "telegram" -> client.onTelegram(Stage.BOT, said);
            case "telegram-contact" -> client.sharesNumber(Stage.BOT);
            case "whatsapp" -> client.onWhatsApp(Stage.NUMBER, said);
            case "avito" -> client.onAvito(Stage.SHOP, said);
            case "form" -> Client.inForm(Stage.FORM, fields(client.name(), said));
            default ->
                throw ProblemException.invalid("phone", "must be telegram, telegram-contact, whatsapp, avito or form");
        };
    }

    private Map<String, String> fields(String name, String said) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.put("phone", text("typedPhone", typedPhone));
        fields.put("email", text("email", email));
        fields.put("message", said);
        fields.values().removeIf(String::isBlank);
        return fields;
    }

    private String digits() {
        String digits = text("number", number);
        if (!digits.matches("\\d{5,15}")) {
            throw ProblemException.invalid("number", "must be 5 to 15 digits");
        }
        return digits;
    }

    private static String text(String field, @Nullable String value) {
        if (value != null && value.length() > LONGEST) {
            throw ProblemException.invalid(field, "must have at most " + LONGEST + " characters");
        }
        return value == null ? "" : value;
    }
}
