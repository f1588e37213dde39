package io.leadbraid.merger.leads;

import io.leadbraid.model.Direction;
import io.leadbraid.model.Message;
import io.leadbraid.model.SourceId;
import java.time.Instant;

/**
 * A message of a lead, in its latest revision.
 *
 * @param at by the sender's clock
 */
public record TimelineItem(
        String id,
        SourceId sourceId,
        String chatId,
        String channel,
        Direction direction,
        Message.Kind kind,
        String text,
        Instant at,
        Instant receivedAt) {}
