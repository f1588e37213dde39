package io.leadbraid.merger.inbound;

import io.leadbraid.model.Claim;
import io.leadbraid.model.Direction;
import io.leadbraid.model.InboundContact;
import io.leadbraid.model.Message;
import io.leadbraid.model.Origin;
import io.leadbraid.model.Sightings;
import io.leadbraid.model.SourceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Contacts of one workspace, sorted out so that each row is written once. */
final class InboundBatch {

    private final Map<SourceId, List<InboundContact>> bySource = new LinkedHashMap<>();
    private final Map<MessageKey, InboundContact> messages = new LinkedHashMap<>();
    private final Map<Known, Sightings> identifiers = new HashMap<>();
    private final Map<SourceId, Description> descriptions = new HashMap<>();
    private int repeatedInside;

    InboundBatch(List<InboundContact> contacts) {
        contacts.forEach(this::add);
    }

    private void add(InboundContact contact) {
        bySource.computeIfAbsent(contact.source(), first -> new ArrayList<>()).add(contact);
        Message message = contact.message();
        if (message != null && messages.putIfAbsent(MessageKey.of(contact, message), contact) != null) {
            repeatedInside++;
        }
        contact.claims().forEach(claim -> add(contact, claim));
        Description description = Description.of(contact);
        if (description.saysSomething()) {
            descriptions.merge(contact.source(), description, Description::and);
        }
    }

    private void add(InboundContact contact, Claim claim) {
        Origin origin = new Origin(contact.event(), contact.occurredAt(), claim.place());
        identifiers.merge(
                new Known(contact.source(), claim.identifier()),
                Sightings.once(claim.identifier(), claim.trust(), origin),
                Sightings::merge);
    }

    Set<SourceId> sources() {
        return bySource.keySet();
    }

    InboundContact firstOf(SourceId source) {
        return contactsOf(source).getFirst();
    }

    List<InboundContact> contactsOf(SourceId source) {
        return bySource.getOrDefault(source, List.of());
    }

    /** What the client did first; empty where only we wrote. */
    Optional<InboundContact> firstFromClient(SourceId source) {
        return contactsOf(source).stream().filter(InboundBatch::isFromClient).findFirst();
    }

    static boolean isFromClient(InboundContact contact) {
        return contact.direction() == Direction.IN;
    }

    /** The first of each message. */
    Map<MessageKey, InboundContact> messages() {
        return messages;
    }

    int repeatedInside() {
        return repeatedInside;
    }

    Map<Known, Sightings> identifiers() {
        return identifiers;
    }

    Map<SourceId, Description> descriptions() {
        return descriptions;
    }

    Collection<InboundContact> withChat() {
        return messages.values();
    }
}
