package io.leadbraid.ingestion.whatsapp;

import io.leadbraid.ingestion.normal.JsonValues;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Contact cards that were sent. They are third parties', but for the answer to our own request. */
final class Cards {

    private static final String REQUESTED = "contact_request";
    private static final int MOST_VCARD = 20_000;
    private static final Pattern VCARD_PHONE =
            Pattern.compile("(?im)^[^:\\n]{0,200}TEL[^:\\n]{0,200}:([^\\r\\n]{1,64})");
    private static final Pattern VCARD_NAME = Pattern.compile("(?im)^FN[^:\\n]{0,200}:([^\\r\\n]{1,200})");

    private Cards() {}

    static String text(JsonNode cards) {
        return cards.valueStream()
                .map(card -> Stream.concat(name(card).stream(), shownPhones(card).stream())
                        .collect(Collectors.joining(" ")))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /**
     * The numbers on the sender's own card, which he sent because we asked. Meta's reference shows {@code origin} beside the
     * cards, others have seen it in them.
     */
    static List<String> ownPhones(JsonNode message) {
        JsonNode cards = message.path("contacts");
        boolean answer = isRequested(message) && cards.size() == 1;
        return cards.valueStream()
                .filter(card -> card.has("origin") ? isRequested(card) : answer)
                .flatMap(card -> phones(card).stream())
                .distinct()
                .toList();
    }

    private static boolean isRequested(JsonNode node) {
        return node.path("origin").stringValue("").equals(REQUESTED);
    }

    private static List<String> phones(JsonNode card) {
        List<String> listed = card.path("phones")
                .valueStream()
                .flatMap(phone ->
                        JsonValues.id(phone.path("wa_id")).or(() -> JsonValues.line(phone.path("phone"))).stream())
                .toList();
        return listed.isEmpty() ? vcard(card, VCARD_PHONE).toList() : listed;
    }

    private static List<String> shownPhones(JsonNode card) {
        List<String> listed = card.path("phones")
                .valueStream()
                .flatMap(phone ->
                        JsonValues.line(phone.path("phone")).or(() -> JsonValues.id(phone.path("wa_id"))).stream())
                .toList();
        return listed.isEmpty() ? vcard(card, VCARD_PHONE).toList() : listed;
    }

    private static Optional<String> name(JsonNode card) {
        JsonNode name = card.path("name");
        return JsonValues.line(name.path("formatted_name"))
                .or(() -> JsonValues.line(name.path("first_name")))
                .or(() -> vcard(card, VCARD_NAME).findFirst());
    }

    private static Stream<String> vcard(JsonNode card, Pattern line) {
        String text = card.path("vcard").stringValue("");
        return text.length() > MOST_VCARD
                ? Stream.empty()
                : line.matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .map(found -> found.substring(found.indexOf(':') + 1).strip());
    }
}
