package io.leadbraid.ingestion.push;

import io.leadbraid.access.Caller;
import io.leadbraid.access.Scope;
import io.leadbraid.ingestion.normal.ClaimSet;
import io.leadbraid.ingestion.normal.Emails;
import io.leadbraid.ingestion.normal.Mentions;
import io.leadbraid.ingestion.normal.Nicknames;
import io.leadbraid.ingestion.normal.Phones;
import io.leadbraid.model.Claim;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.Trust;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a pushed contact says of its person. A bot states; only a key with the scope may say that something is verified. */
final class PushedClaims {

    private final Phones phones;
    private final Mentions mentions;

    PushedClaims(Phones phones, Mentions mentions) {
        this.phones = phones;
        this.mentions = mentions;
    }

    /** @param words what the person wrote */
    record Item(ItemFields fields, PushedAddress address, String region, Optional<String> words) {}

    /** @param attributes take what is unreadable, so that nothing is lost */
    List<Claim> of(Item item, Caller caller, Map<String, String> attributes, Remarks remarks) {
        Set<String> verified = item.fields().verified();
        boolean mayVerify = caller.has(Scope.INBOUND_VERIFIED);
        if (!verified.isEmpty() && !mayVerify) {
            remarks.warn("verified", "needs a key with the scope inbound.verified, so the values count as stated");
        }
        ClaimSet claims = new ClaimSet();
        item.address().id().ifPresent(id -> claims.add(new Claim(id, Trust.STATED, "field:externalUserId", null)));
        for (String field : List.of("phone", "email", "nickname")) {
            Trust trust = mayVerify && verified.contains(field) ? Trust.VERIFIED : Trust.STATED;
            item.fields()
                    .line(field, most(field))
                    .ifPresent(raw -> identifier(field, raw, item)
                            .ifPresentOrElse(
                                    identifier -> claims.add(identifier, trust, "field:" + field, raw),
                                    () -> keep(field, raw, attributes, remarks)));
        }
        item.words().ifPresent(text -> claims.addAll(mentions.claims(text, item.region())));
        return claims.asList();
    }

    private static int most(String field) {
        return switch (field) {
            case "phone" -> Limits.PHONE;
            case "email" -> Limits.EMAIL;
            default -> Limits.NICKNAME;
        };
    }

    private Optional<Identifier> identifier(String field, String raw, Item item) {
        return switch (field) {
            case "phone" -> phones.read(raw, item.region()).map(Identifier::phone);
            case "email" -> Emails.read(raw).map(Identifier::email);
            default ->
                Nicknames.read(item.address().nicknames(), raw)
                        .map(name -> Identifier.nickname(item.address().nicknames(), name));
        };
    }

    private static void keep(String field, String raw, Map<String, String> attributes, Remarks remarks) {
        attributes.putIfAbsent(field, raw);
        remarks.warn(field, "cannot be read, and is kept as an attribute");
    }
}
