package io.leadbraid.ingestion.whatsapp;

import io.leadbraid.ingestion.channel.ChannelSettings;
import io.leadbraid.ingestion.channel.Posting;
import io.leadbraid.ingestion.channel.Reading;
import io.leadbraid.ingestion.channel.Told;
import io.leadbraid.ingestion.normal.ClaimSet;
import io.leadbraid.ingestion.normal.JsonValues;
import io.leadbraid.ingestion.normal.Texts;
import io.leadbraid.model.EventId;
import io.leadbraid.model.Message;
import io.leadbraid.model.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Reads that a client has another number or another business-scoped id from now on. The person as he was says so of the
 * person as he is: the event belongs to the old source and holds the ids of both, the new ones at the place {@value #PLACE}.
 */
final class AliasReading {

    static final String PLACE = Origin.ALIAS;

    /** The name before version 12 of the API, and the names since. */
    private static final Set<String> CHANGES =
            Set.of("customer_changed_number", "user_changed_number", "user_changed_user_id");

    /** Another device or SIM card: nothing that Leadbraid acts on. */
    private static final Set<String> DEVICES = Set.of("customer_identity_changed", "user_identity_changed");

    private final Numbers numbers;

    AliasReading(Numbers numbers) {
        this.numbers = numbers;
    }

    Reading read(Posting posting, ChannelSettings.WhatsApp settings, JsonNode message, String id, EventId event) {
        JsonNode system = message.path("system");
        String type = system.path("type").stringValue("");
        if (DEVICES.contains(type)) {
            return new Reading.Ignored(type);
        }
        if (!CHANGES.contains(type)) {
            return new Reading.Unreadable(
                    "system messages of this type are not understood: " + Texts.first(Texts.storable(type), 64));
        }
        Sender before = before(message, system);
        Sender after = after(system).without(before);
        Optional<String> user = before.externalUserId();
        Optional<String> address = after.address();
        if (user.isEmpty() || address.isEmpty()) {
            return new Reading.Unreadable("the change lacks the old or the new id");
        }
        ClaimSet claims = new ClaimSet();
        before.claim(claims, settings.portfolio(), numbers, "from");
        after.claim(claims, settings.portfolio(), numbers, PLACE);
        String text = JsonValues.line(system.path("body")).orElse("[" + type + "]");
        return new Reading.Contacts(List.of(new Told(
                        user.get(),
                        event,
                        JsonValues.time(message.path("timestamp"), posting.receivedAt())
                                .orElse(posting.receivedAt()),
                        new Message(id, 0, address.get(), Message.Kind.SYSTEM, text),
                        claims.asList(),
                        List.of(),
                        Map.of())
                .in(posting)));
    }

    /** Whether the sender's ids beside the message are the old or the new ones is not documented; the new ones are known. */
    private static Sender before(JsonNode message, JsonNode system) {
        Sender now = after(system);
        List<String> numbers = Stream.of(system.path("previous_wa_id"), message.path("from"), system.path("customer"))
                .flatMap(node -> JsonValues.id(node).stream())
                .toList();
        Optional<String> number = numbers.stream()
                .filter(old -> !now.waId().equals(Optional.of(old)))
                .findFirst()
                .or(() -> numbers.stream().findFirst());
        return new Sender(
                JsonValues.id(system.path("previous_user_id"))
                        .or(() -> JsonValues.id(message.path("from_user_id")))
                        .filter(old -> !now.userId().equals(Optional.of(old))),
                JsonValues.id(system.path("previous_parent_user_id"))
                        .or(() -> JsonValues.id(message.path("from_parent_user_id"))),
                number,
                number);
    }

    private static Sender after(JsonNode system) {
        Optional<String> number = JsonValues.id(system.path("new_wa_id")).or(() -> JsonValues.id(system.path("wa_id")));
        return new Sender(
                JsonValues.id(system.path("user_id")), JsonValues.id(system.path("parent_user_id")), number, number);
    }
}
