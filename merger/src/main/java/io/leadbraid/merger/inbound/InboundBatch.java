package io.leadbraid.merger.inbound;

import io.leadbraid.model.Direction;
import io.leadbraid.model.InboundContact;
import io.leadbraid.model.Message;
import io.leadbraid.model.SourceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Contacts of one workspace, sorted out so that each row is written once. */
final class InboundBatch {

    private final Map<SourceId, List<InboundContact>> bySource = new LinkedHashMap<>();
    private final Map<MessageKey, InboundContact> messages = new LinkedHashMap<>();
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
}
