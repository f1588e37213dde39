package io.leadbraid.merger.inbound;

import io.leadbraid.merger.leads.Columns;
import io.leadbraid.model.Claim;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.InboundContact;
import io.leadbraid.model.Trait;
import io.leadbraid.model.Trust;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** What is written on a source's card, as the newest event says that says something of it. */
record Description(Instant at, Optional<String> nickname, Optional<String> phone, Optional<String> name) {

    static Description of(InboundContact contact) {
        return new Description(
                contact.occurredAt(),
                best(contact, Identifier.Kind.NICKNAME),
                best(contact, Identifier.Kind.PHONE),
                contact.traits().stream()
                        .filter(trait -> trait.kind() == Trait.Kind.NAME)
                        .map(Trait::value)
                        .map(Columns::storable)
                        .findFirst());
    }

    private static Optional<String> best(InboundContact contact, Identifier.Kind kind) {
        return contact.claims().stream()
                .filter(claim ->
                        claim.identifier().kind() == kind && claim.trust().atLeast(Trust.STATED))
                .max(Comparator.comparing(Claim::trust))
                .map(claim -> claim.identifier().value());
    }

    boolean saysSomething() {
        return nickname.isPresent() || phone.isPresent() || name.isPresent();
    }

    Description and(Description other) {
        return other.at.isBefore(at) ? over(other) : other.over(this);
    }

    private Description over(Description older) {
        return new Description(at, nickname.or(older::nickname), phone.or(older::phone), name.or(older::name));
    }
}
