package io.leadbraid.ingestion.channel;

import io.leadbraid.ingestion.intake.Receipt;
import io.leadbraid.model.EventId;
import java.util.List;

/** What became of a posting. In each case its sender may forget it. */
public sealed interface Received {

    record Stored(List<Receipt> receipts) implements Received {
        public Stored {
            receipts = List.copyOf(receipts);
        }
    }

    record Ignored(String reason) implements Received {}

    record Quarantined(EventId event, String reason) implements Received {}
}
