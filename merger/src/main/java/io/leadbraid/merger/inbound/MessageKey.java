package io.leadbraid.merger.inbound;

import io.leadbraid.model.InboundContact;
import io.leadbraid.model.Message;

/** What a message is stored once by, within a workspace. */
record MessageKey(String channel, String account, String providerId, long revision) {

    static MessageKey of(InboundContact contact, Message message) {
        return new MessageKey(
                contact.channel().name(), contact.channel().account(), message.providerId(), message.revision());
    }

    /** An edit says again what was said, where it was said: it reopens nothing, and nobody waits for an answer to it. */
    boolean isEdit() {
        return revision > 0;
    }
}
