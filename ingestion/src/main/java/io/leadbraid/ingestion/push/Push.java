package io.leadbraid.ingestion.push;

import io.leadbraid.access.Caller;
import io.leadbraid.model.Digest;
import io.leadbraid.model.EventId;
import io.leadbraid.model.SourceAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One request that pushes contacts.
 *
 * @param idempotencyKey the sender's mark of a repeat
 * @param bodyHash of the whole request
 */
record Push(Caller caller, Optional<String> idempotencyKey, String bodyHash, Instant receivedAt) {

    /**
     * The same for each repeat of a contact: by its message id, else by the request's key. The body counts in, because a
     * key may be used anew after a day. Without both nothing tells a repeat from a new contact.
     */
    EventId eventId(int index, SourceAddress source, Optional<String> externalMessageId) {
        String workspace = caller.workspace().toString();
        if (externalMessageId.isPresent()) {
            return new EventId(Digest.of(
                    "push",
                    workspace,
                    source.channel(),
                    source.account(),
                    source.externalUserId(),
                    externalMessageId.get()));
        }
        return idempotencyKey
                .map(key ->
                        Digest.of("push-key", workspace, caller.actor().id(), key, bodyHash, Integer.toString(index)))
                .map(EventId::new)
                .orElseGet(() -> new EventId(UUID.randomUUID().toString().replace("-", "")));
    }
}
