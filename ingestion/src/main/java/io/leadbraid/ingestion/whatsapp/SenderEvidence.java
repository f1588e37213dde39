package io.leadbraid.ingestion.whatsapp;

import io.leadbraid.ingestion.normal.ClaimSet;
import io.leadbraid.ingestion.normal.JsonValues;
import io.leadbraid.ingestion.normal.Mentions;
import io.leadbraid.ingestion.normal.Names;
import io.leadbraid.model.Claim;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.Trait;
import io.leadbraid.model.Trust;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What a message proves or says about the person who sent it. */
final class SenderEvidence {

    /** Where an ad brought the client from: https://developers.facebook.com/documentation/business-messaging/whatsapp. */
    private static final List<String> REFERRAL =
            List.of("source_type", "source_id", "source_url", "headline", "body", "media_type");

    private static final String CLICK = "ctwa_clid";

    private final Numbers numbers;
    private final Mentions mentions;
    private final String region;

    SenderEvidence(Numbers numbers, Mentions mentions, String region) {
        this.numbers = numbers;
        this.mentions = mentions;
        this.region = region;
    }

    record Found(List<Claim> claims, List<Trait> traits, Map<String, String> attributes) {}

    Found of(Delivered delivered, Sender sender, String portfolio, Said said) {
        JsonNode message = delivered.message();
        JsonNode profile = delivered.contact().path("profile");
        ClaimSet claims = new ClaimSet();
        sender.claim(claims, portfolio, numbers, "from");
        ownCard(message, sender, claims);
        if (said.words()) {
            claims.addAll(mentions.claims(said.text(), region));
        }
        Map<String, String> attributes = referral(message.path("referral"));
        JsonValues.line(profile.path("username")).ifPresent(name -> attributes.put("whatsapp_username", name));
        List<Trait> traits = Names.read(JsonValues.line(profile.path("name")).orElse("")).map(Trait::name).stream()
                .toList();
        return new Found(claims.asList(), traits, attributes);
    }

    /**
     * WhatsApp fills the card in itself when a client shares his number on request; so it is his, unless it is not the
     * number that he writes from. Then he says so, and nobody else.
     */
    private void ownCard(JsonNode message, Sender sender, ClaimSet claims) {
        Optional<String> known = sender.phone().flatMap(numbers::phone);
        List<String> raws = Cards.ownPhones(message);
        Trust trust = known.isEmpty() && raws.size() == 1 ? Trust.VERIFIED : Trust.STATED;
        for (String raw : raws) {
            numbers.phone(raw)
                    .filter(phone -> !known.equals(Optional.of(phone)))
                    .ifPresent(phone -> claims.add(Identifier.phone(phone), trust, "contact", raw));
        }
    }

    private static Map<String, String> referral(JsonNode referral) {
        Map<String, String> attributes = new HashMap<>();
        Stream.concat(REFERRAL.stream(), Stream.of(CLICK))
                .forEach(field -> JsonValues.line(referral.path(field))
                        .ifPresent(value -> attributes.put(field.equals(CLICK) ? CLICK : "referral_" + field, value)));
        return attributes;
    }
}
