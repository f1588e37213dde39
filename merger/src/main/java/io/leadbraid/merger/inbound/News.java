package io.leadbraid.merger.inbound;

import io.leadbraid.merger.inbound.CurrentLeads.Current;
import io.leadbraid.model.Claim;
import io.leadbraid.model.InboundContact;
import io.leadbraid.model.Message;
import io.leadbraid.model.Origin;
import io.leadbraid.model.Sightings;
import io.leadbraid.model.SourceId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a batch tells of its sources, leaving out what they have told before. */
final class News {

    /** A conversation of a source. */
    record Chat(SourceId source, String id) {}

    private final Map<SourceId, Description> newcomers = new HashMap<>();
    private final Map<SourceId, Description> descriptions = new HashMap<>();
    private final Map<Known, Sightings> identifiers = new HashMap<>();
    private final Set<Chat> chats = new HashSet<>();

    News(InboundBatch batch, Map<SourceId, Current> known) {
        for (SourceId source : batch.sources()) {
            Optional<Description> card = Optional.ofNullable(known.get(source)).map(Current::card);
            for (InboundContact contact : batch.contactsOf(source)) {
                Description description = Description.of(contact);
                if (card.filter(description::isKnownTo).isEmpty()) {
                    (card.isEmpty() ? newcomers : descriptions).merge(source, description, Description::and);
                    add(contact);
                }
            }
        }
    }

    private void add(InboundContact contact) {
        for (Claim claim : contact.claims()) {
            Origin origin = new Origin(contact.event(), contact.occurredAt(), claim.place());
            identifiers.merge(
                    new Known(contact.source(), claim.identifier()),
                    Sightings.once(claim.identifier(), claim.trust(), origin),
                    Sightings::merge);
        }
        Message message = contact.message();
        if (message != null) {
            chats.add(new Chat(contact.source(), message.chat()));
        }
    }

    /** Sources that are not there yet. */
    Map<SourceId, Description> newcomers() {
        return newcomers;
    }

    /** Sources that are there and tell something else than before. */
    Map<SourceId, Description> descriptions() {
        return descriptions;
    }

    /**
     * Sources whose nickname, phone or name is another one now, new ones among them.
     *
     * @param written whose cards were written
     */
    Set<SourceId> changing(Set<SourceId> written, Map<SourceId, Current> known) {
        Set<SourceId> changing = new HashSet<>(newcomers.keySet());
        descriptions.forEach((source, description) -> {
            Current current = known.get(source);
            if (written.contains(source) && current != null && description.changes(current.card())) {
                changing.add(source);
            }
        });
        return changing;
    }

    Optional<String> nameOf(SourceId source) {
        return Optional.ofNullable(newcomers.getOrDefault(source, descriptions.get(source)))
                .flatMap(Description::name);
    }

    Map<Known, Sightings> identifiers() {
        return identifiers;
    }

    Set<Chat> chats() {
        return chats;
    }
}
