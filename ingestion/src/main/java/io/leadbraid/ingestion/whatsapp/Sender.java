package io.leadbraid.ingestion.whatsapp;

import io.leadbraid.ingestion.normal.ClaimSet;
import io.leadbraid.ingestion.normal.JsonValues;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.Trust;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * By which ids Meta knows a person. Since 2026 any of them may be missing
 * (developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids).
 *
 * @param userId scoped to the business portfolio ("BSUID"); another one after a change of number
 * @param parentId the same over several portfolios, where a company has that enabled
 * @param waId mostly, but not always, the phone number
 * @param phone as Meta writes it, without plus
 */
record Sender(Optional<String> userId, Optional<String> parentId, Optional<String> waId, Optional<String> phone) {

    static final String WHATSAPP = "whatsapp";

    /** Its values are unique over all portfolios. */
    private static final String PARENT = WHATSAPP + ":parent";

    static Sender of(JsonNode contact, JsonNode message) {
        Optional<String> from = JsonValues.id(message.path("from"));
        return new Sender(
                JsonValues.id(message.path("from_user_id")).or(() -> JsonValues.id(contact.path("user_id"))),
                JsonValues.id(message.path("from_parent_user_id"))
                        .or(() -> JsonValues.id(contact.path("parent_user_id"))),
                JsonValues.id(contact.path("wa_id")).or(() -> from),
                from.or(() -> JsonValues.id(contact.path("wa_id"))));
    }

    /** What makes a person a source: the id that stays longest. */
    Optional<String> externalUserId() {
        return Stream.of(userId, waId, phone, parentId)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Where a reply goes: the number as Meta wrote it, while it is known. */
    Optional<String> address() {
        return Stream.of(waId, phone, userId, parentId)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Nothing in which the other is the same. */
    Sender without(Sender other) {
        return new Sender(
                userId.filter(id -> !other.userId.equals(Optional.of(id))),
                parentId.filter(id -> !other.parentId.equals(Optional.of(id))),
                waId.filter(id -> !other.waId.equals(Optional.of(id))),
                phone.filter(id -> !other.phone.equals(Optional.of(id))));
    }

    void claim(ClaimSet claims, String portfolio, Numbers numbers, String place) {
        userId.ifPresent(id -> claims.add(Identifier.id(WHATSAPP + ":" + portfolio, id), Trust.VERIFIED, place, id));
        parentId.ifPresent(id -> claims.add(Identifier.id(PARENT, id), Trust.VERIFIED, place, id));
        waId.ifPresent(id -> claims.add(Identifier.id(WHATSAPP, numbers.canonicalId(id)), Trust.VERIFIED, place, id));
        phone.ifPresent(raw ->
                numbers.phone(raw).ifPresent(e164 -> claims.add(Identifier.phone(e164), Trust.VERIFIED, place, raw)));
    }
}
