package io.leadbraid.merger.inbound;

import io.leadbraid.model.InboundContact;
import io.leadbraid.model.Message;

/** What a message is stored once by, within a workspace. */
record MessageKey(String channel, String account, String providerId, long revision) {

    static MessageKey of(InboundContact contact, Message message) {
        return new MessageKey(
                contact.channel().name(), contact.channel().account(), message.providerId(), message.revision());
    }
}
