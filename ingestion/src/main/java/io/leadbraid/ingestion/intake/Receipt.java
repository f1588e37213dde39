package io.leadbraid.ingestion.intake;

import io.leadbraid.model.EventId;
import io.leadbraid.model.SourceId;

/**
 * A contact is stored durably.
 *
 * @param repeated whether it is known to have been stored before; best effort, storing once is the merger's part
 */
public record Receipt(EventId event, SourceId source, boolean repeated) {}
