package io.leadbraid.merger.inbound;

import io.leadbraid.merger.inbound.CurrentLeads.Current;
import io.leadbraid.merger.inbound.CurrentLeads.LockedLead;
import io.leadbraid.merger.leads.Columns;
import io.leadbraid.model.InboundContact;
import io.leadbraid.model.LeadId;
import io.leadbraid.model.SourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides to which episode of a source a message belongs, and which episodes begin. */
final class Episodes {

    private static final int FIRST = 1;

    private final InboundBatch batch;
    private final Map<SourceId, Current> known;
    private final Duration reopenWithin;

    Episodes(InboundBatch batch, Map<SourceId, Current> known, Duration reopenWithin) {
        this.batch = batch;
        this.known = known;
        this.reopenWithin = reopenWithin;
    }

    /** The lead that the source writes to when the batch begins. */
    Optional<LockedLead> leadOf(SourceId source) {
        return Optional.ofNullable(known.get(source)).flatMap(Current::lead);
    }

    boolean knows(SourceId source) {
        return known.containsKey(source);
    }

    /** Where a message belongs as long as nothing new begins. What we write first stands before the client's first word. */
    int current(SourceId source) {
        return Math.max(FIRST, episode(source));
    }

    private int episode(SourceId source) {
        Current current = known.get(source);
        return current == null ? 0 : current.episode();
    }

    /** A lead for each source whose client does something for the first time. What we write opens no lead. */
    List<Opening> first() {
        return batch.sources().stream()
                .filter(source -> leadOf(source).isEmpty())
                .flatMap(source -> batch.firstFromClient(source).stream())
                .map(first -> opening(
                        first, current(first.source()), fromClient(batch.contactsOf(first.source())), Optional.empty()))
                .toList();
    }

    /** Clients who wrote something new although their lead is no longer open. */
    Returns returns(Set<MessageKey> stored) {
        Map<SourceId, Map<MessageKey, InboundContact>> back = new LinkedHashMap<>();
        batch.messages().forEach((key, contact) -> {
            boolean begins = InboundBatch.isFromClient(contact)
                    && !key.isEdit()
                    && leadOf(contact.source()).filter(lead -> !lead.isOpen()).isPresent();
            if (stored.contains(key) && (begins || back.containsKey(contact.source()))) {
                back.computeIfAbsent(contact.source(), first -> new LinkedHashMap<>())
                        .put(key, contact);
            }
        });
        Set<LeadId> reopened = reopened(back);
        Map<MessageKey, Integer> moved = new HashMap<>();
        List<Opening> openings = back.values().stream()
                .flatMap(messages -> next(messages, reopened, moved).stream())
                .toList();
        return new Returns(reopened, openings, moved);
    }

    private Set<LeadId> reopened(Map<SourceId, Map<MessageKey, InboundContact>> back) {
        Set<LeadId> reopened = new HashSet<>();
        back.forEach((source, messages) -> leadOf(source)
                .filter(lead ->
                        lead.reopensAt(messages.values().iterator().next().receivedAt(), reopenWithin))
                .ifPresent(lead -> reopened.add(lead.id())));
        return reopened;
    }

    private Optional<Opening> next(
            Map<MessageKey, InboundContact> messages, Set<LeadId> reopened, Map<MessageKey, Integer> moved) {
        InboundContact first = messages.values().iterator().next();
        Optional<LeadId> earlier = leadOf(first.source()).map(LockedLead::id);
        if (earlier.filter(reopened::contains).isPresent()) {
            return Optional.empty();
        }
        int episode = episode(first.source()) + 1;
        messages.keySet().forEach(key -> moved.put(key, episode));
        return Optional.of(opening(first, episode, fromClient(messages.values()), earlier));
    }

    private static List<InboundContact> fromClient(Collection<InboundContact> contacts) {
        return contacts.stream().filter(InboundBatch::isFromClient).toList();
    }

    private static Opening opening(
            InboundContact first, int episode, List<InboundContact> contacts, Optional<LeadId> earlier) {
        Map<String, String> attributes = new HashMap<>();
        Instant last = first.receivedAt();
        for (InboundContact contact : contacts) {
            attributesOf(contact).forEach(attributes::putIfAbsent);
            last = contact.receivedAt().isAfter(last) ? contact.receivedAt() : last;
        }
        return new Opening(first.source(), episode, first.receivedAt(), last, attributes, earlier);
    }

    static Map<String, String> attributesOf(InboundContact contact) {
        Map<String, String> storable = new HashMap<>();
        contact.attributes().forEach((key, value) -> storable.put(Columns.storable(key), Columns.storable(value)));
        return storable;
    }
}
