package io.leadbraid.ingestion.telegram;

import io.leadbraid.ingestion.normal.ClaimSet;
import io.leadbraid.ingestion.normal.Mentions;
import io.leadbraid.ingestion.normal.Names;
import io.leadbraid.ingestion.normal.Nicknames;
import io.leadbraid.ingestion.normal.Phones;
import io.leadbraid.ingestion.normal.Texts;
import io.leadbraid.model.Claim;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.Trait;
import io.leadbraid.model.Trust;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What a message proves or says about the person who sent it. */
final class SenderEvidence {

    /**
     * Payloads of deep links: https://core.telegram.org/bots/features#deep-linking. Whoever has the link can use it, and anybody
     * can type one: it says where somebody comes from, and nothing about who he is.
     */
    private static final Pattern START = Pattern.compile("/start(?:@\\w+)?(?:\\s+(.*))?", Pattern.DOTALL);

    private static final Pattern PAYLOAD = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final Phones phones;
    private final Mentions mentions;
    private final String region;

    SenderEvidence(Phones phones, Mentions mentions, String region) {
        this.phones = phones;
        this.mentions = mentions;
        this.region = region;
    }

    record Found(List<Claim> claims, List<Trait> traits, Map<String, String> attributes) {}

    /** @param words what the sender said himself, storable */
    Found of(JsonNode message, String user, String words) {
        ClaimSet claims = new ClaimSet();
        Map<String, String> attributes = new HashMap<>();
        JsonNode from = message.path("from");
        claims.add(new Claim(Identifier.id(Nicknames.TELEGRAM, user), Trust.VERIFIED, "from", null));
        from.path("username")
                .stringValueOpt()
                .ifPresent(username -> Nicknames.telegram(username)
                        .ifPresent(name -> claims.add(
                                Identifier.nickname(Nicknames.TELEGRAM, name), Trust.VERIFIED, "from", username)));
        JsonNode card = message.path("contact");
        if (card.isObject()) {
            ownPhone(card, user, claims, attributes);
        } else {
            Matcher start = START.matcher(words);
            if (start.matches()) {
                Optional.ofNullable(start.group(1))
                        .map(String::strip)
                        .filter(PAYLOAD.asMatchPredicate())
                        .ifPresent(payload -> attributes.put("start", payload));
            } else if (isOwnWords(message)) {
                claims.addAll(mentions.claims(words, region));
            }
        }
        return new Found(claims.asList(), traits(from), attributes);
    }

    /**
     * A shared contact is the sender's own only when Telegram says so: the server fills in {@code user_id} itself
     * (tdlib/td issue 2575). Any other card is somebody else's.
     */
    private void ownPhone(JsonNode card, String user, ClaimSet claims, Map<String, String> attributes) {
        JsonNode owner = card.path("user_id");
        if (!owner.canConvertToLong() || !Long.toString(owner.asLong()).equals(user)) {
            return;
        }
        String raw = card.path("phone_number").stringValue("");
        phones.readInternational(raw, region)
                .ifPresentOrElse(
                        phone -> claims.add(Identifier.phone(phone), Trust.VERIFIED, "contact", raw),
                        () -> attributes.put("phone", Texts.first(Texts.oneLine(raw), Phones.MOST)));
    }

    /** What was forwarded, or made by another bot, says nothing about the sender. */
    private static boolean isOwnWords(JsonNode message) {
        return Stream.of("forward_origin", "forward_date", "via_bot").noneMatch(message::has);
    }

    private static List<Trait> traits(JsonNode from) {
        List<Trait> traits = new ArrayList<>();
        Names.join(
                        from.path("first_name").stringValue(""),
                        from.path("last_name").stringValue(""))
                .map(Trait::name)
                .ifPresent(traits::add);
        from.path("language_code")
                .stringValueOpt()
                .filter(code -> code.matches("[A-Za-z0-9-]{2,35}"))
                .map(code -> new Trait(Trait.Kind.LANGUAGE, code))
                .ifPresent(traits::add);
        return traits;
    }
}
