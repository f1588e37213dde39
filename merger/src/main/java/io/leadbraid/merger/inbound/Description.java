package io.leadbraid.merger.inbound;

import io.leadbraid.merger.leads.Columns;
import io.leadbraid.model.Claim;
import io.leadbraid.model.Digest;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.InboundContact;
import io.leadbraid.model.Message;
import io.leadbraid.model.Trait;
import io.leadbraid.model.Trust;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is written on a source's card, as the newest event says that says something of it.
 *
 * @param event tells events of one moment apart
 * @param told a digest of all that the event tells of its source. Most events tell what the one before told, and then there is
 *     nothing to look up
 */
record Description(
        Instant at,
        String event,
        String told,
        Optional<String> nickname,
        Optional<String> phone,
        Optional<String> name) {

    private static final Comparator<Description> BY_AGE =
            Comparator.comparing(Description::at).thenComparing(Description::event);

    static Description of(InboundContact contact) {
        return new Description(
                contact.occurredAt(),
                contact.event().value(),
                told(contact),
                best(contact, Identifier.Kind.NICKNAME),
                best(contact, Identifier.Kind.PHONE),
                contact.traits().stream()
                        .filter(trait -> trait.kind() == Trait.Kind.NAME)
                        .map(Trait::value)
                        .map(Columns::storable)
                        .findFirst());
    }

    private static String told(InboundContact contact) {
        Stream<String> claims = contact.claims().stream()
                .map(claim -> claim.trust().label() + " " + claim.identifier().canonical());
        Stream<String> traits = contact.traits().stream().map(Trait::canonical);
        Stream<String> chat = Optional.ofNullable(contact.message()).map(Message::chat).stream();
        return Digest.of(Stream.of(claims, traits, chat).flatMap(all -> all).toArray(String[]::new));
    }

    private static Optional<String> best(InboundContact contact, Identifier.Kind kind) {
        return contact.claims().stream()
                .filter(claim ->
                        claim.identifier().kind() == kind && claim.trust().atLeast(Trust.STATED))
                .max(Comparator.comparing(Claim::trust))
                .map(claim -> claim.identifier().value());
    }

    /** Whether an event that says this says nothing that the source has not told before. */
    boolean isKnownTo(Description card) {
        return told.equals(card.told) && !isOlderThan(card);
    }

    /** Whether the card looks different with this. */
    boolean changes(Description card) {
        return !isOlderThan(card)
                && (differs(nickname, card.nickname) || differs(phone, card.phone) || differs(name, card.name));
    }

    private static boolean differs(Optional<String> said, Optional<String> known) {
        return said.isPresent() && !said.equals(known);
    }

    private boolean isOlderThan(Description other) {
        return BY_AGE.compare(this, other) < 0;
    }

    Description and(Description other) {
        return other.isOlderThan(this) ? over(other) : other.over(this);
    }

    private Description over(Description older) {
        return new Description(
                at, event, told, nickname.or(older::nickname), phone.or(older::phone), name.or(older::name));
    }
}
