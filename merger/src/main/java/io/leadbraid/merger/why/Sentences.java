package io.leadbraid.merger.why;

import io.leadbraid.merger.rules.Link;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.SourceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says findings in a language. A sentence names both sources, the value, the trust and the day. */
final class Sentences {

    private static final int MOST_NAMED = 3;

    /** Platforms are called the same everywhere. */
    private static final Map<String, String> PLATFORMS =
            Map.of("telegram", "Telegram", "whatsapp", "WhatsApp", "avito", "Avito");

    private final Texts texts;
    private final Map<SourceId, Card> cards;
    private final Holdings holdings;

    Sentences(Texts texts, Map<SourceId, Card> cards, Holdings holdings) {
        this.texts = texts;
        this.cards = cards;
        this.holdings = holdings;
    }

    String say(List<Finding> findings) {
        return findings.stream()
                .map(this::say)
                .reduce((one, other) -> texts.say("sequence", one, other))
                .orElse("");
    }

    private String say(Finding finding) {
        return switch (finding) {
            case Finding.Shared(Leg leg) -> shared(leg);
            case Finding.More(int links) -> texts.say("more", Integer.toString(links));
            case Finding.Refused(Refusal(Link link, String rule)) -> refused(link, rule);
            case Finding.NothingShared(var ours, var theirs) -> texts.say("nothing-shared", named(ours), named(theirs));
            case Finding.Merged(PastMerge merge) -> merged(merge);
            case Finding.Waiting(WaitingRequest request) -> texts.say("waiting", request.id(), because(request.rule()));
            case Finding.Ordered(Order order) ->
                texts.say("ordered", order.person(), texts.day(order.at()), because(order.rule()));
            case Finding.OnBoth(SourceId source) -> texts.say("on-both", named(source));
            case Finding.Alone(SourceId source) -> texts.say("alone", named(source));
            case Finding.NoSource() -> texts.say("no-source");
        };
    }

    private String shared(Leg leg) {
        Link link = leg.link();
        String from = named(leg.from());
        String to = named(leg.to());
        String day = texts.day(link.since());
        return switch (link.identifier().kind()) {
            case MERGE -> texts.say("shared.merge", from, to, day);
            case CONTACT ->
                texts.say("shared.contact", from, to, link.identifier().value(), day);
            case ID, KEY, PHONE, EMAIL, NICKNAME ->
                texts.say("shared", from, to, value(link.identifier()), trust(link), day);
        };
    }

    private String refused(Link link, String rule) {
        return texts.say(
                "refused",
                named(link.from()),
                named(link.to()),
                value(link.identifier()),
                trust(link),
                texts.day(link.since()),
                because(rule));
    }

    private String merged(PastMerge merge) {
        String day = texts.day(merge.at());
        return merge.person()
                .map(person -> texts.say("merged.person", person, day))
                .orElseGet(() -> texts.say("merged.system", day));
    }

    private String because(String rule) {
        String key = "rule." + rule;
        return texts.has(key) ? texts.say(key) : texts.say("rule", rule);
    }

    private String trust(Link link) {
        return texts.say("trust." + link.trust().label());
    }

    private String value(Identifier identifier) {
        String key = "value." + identifier.kind().label();
        return switch (identifier.kind()) {
            case ID, KEY -> texts.say(key, identifier.value(), identifier.namespace());
            case NICKNAME -> texts.say(key, "@" + identifier.value());
            case MERGE, CONTACT, PHONE, EMAIL -> texts.say(key, identifier.value());
        };
    }

    private String named(Set<SourceId> sources) {
        String first =
                sources.stream().sorted().limit(MOST_NAMED).map(this::named).collect(Collectors.joining(", "));
        return sources.size() > MOST_NAMED ? first + ", …" : first;
    }

    /** Who writes on no channel is a customer that was known before. */
    private String named(SourceId source) {
        return Optional.ofNullable(cards.get(source))
                .map(this::named)
                .or(() -> holdings.contacts(source).findFirst().map(contact -> texts.say("customer", contact.value())))
                .orElseGet(() -> texts.say("unknown"));
    }

    private String named(Card card) {
        String key = "channel." + card.channel();
        String channel = texts.has(key) ? texts.say(key) : PLATFORMS.getOrDefault(card.channel(), card.channel());
        return Stream.of(
                        Optional.ofNullable(card.name()),
                        Optional.ofNullable(card.nickname()).map(nickname -> "@" + nickname),
                        Optional.ofNullable(card.phone()))
                .flatMap(Optional::stream)
                .findFirst()
                .map(handle -> texts.say("named", channel, handle))
                .orElse(channel);
    }
}
