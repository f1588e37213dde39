package io.leadbraid.merger.inbound;

import io.leadbraid.merger.inbound.CurrentLeads.LockedLead;
import io.leadbraid.model.InboundContact;
import io.leadbraid.model.LeadId;
import io.leadbraid.model.Message;
import io.leadbraid.model.SourceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Gathers what a batch changes on leads that are there, so that each is updated once. */
final class Touches {

    private final InboundBatch batch;
    private final Episodes episodes;
    private final Learned learned;
    private final Returns returns;
    private final Set<SourceId> moving;
    private final Set<SourceId> changed;
    private final Map<LeadId, Touch> touches = new HashMap<>();

    Touches(InboundBatch batch, Episodes episodes, Returns returns, Learned learned) {
        this.batch = batch;
        this.episodes = episodes;
        this.returns = returns;
        this.learned = learned;
        this.changed = learned.changed();
        this.moving = returns.openings().stream().map(Opening::source).collect(Collectors.toSet());
    }

    List<Touch> of(Set<MessageKey> stored) {
        returns.reopened().forEach(lead -> add(Touch.reopened(lead)));
        batch.sources()
                .forEach(source -> episodes.leadOf(source).ifPresent(lead -> {
                    batch.contactsOf(source).stream()
                            .filter(contact -> isNew(contact, stored) && !moving.contains(source))
                            .forEach(contact -> touch(contact, lead));
                    describe(source, lead);
                }));
        return touches.values().stream().filter(Touch::changesAnything).toList();
    }

    /** An event without a message cannot be told from its repeat, and changes nothing that a repeat must not change. */
    private static boolean isNew(InboundContact contact, Set<MessageKey> stored) {
        Message message = contact.message();
        return message == null || stored.contains(MessageKey.of(contact, message));
    }

    private void touch(InboundContact contact, LockedLead lead) {
        if (!InboundBatch.isFromClient(contact)) {
            return;
        }
        Message message = contact.message();
        if (message == null || !MessageKey.of(contact, message).isEdit()) {
            add(Touch.written(lead.id(), contact.receivedAt()));
        }
        add(Touch.attributed(lead.id(), lead.lacking(Episodes.attributesOf(contact))));
    }

    private void describe(SourceId source, LockedLead lead) {
        if (learned.described().contains(source) && lead.nameless()) {
            learned.news().nameOf(source).ifPresent(name -> add(Touch.named(lead.id(), name)));
        }
        if (changed.contains(source)) {
            add(Touch.changedSources(lead.id()));
        }
    }

    private void add(Touch touch) {
        touches.merge(touch.lead(), touch, Touch::and);
    }
}
