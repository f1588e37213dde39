package io.leadbraid.bench.pipeline;

import io.leadbraid.bench.stream.ClientEvent;
import io.leadbraid.bench.stream.Crowd;
import io.leadbraid.bench.stream.Records;
import io.leadbraid.model.InboundContact;
import java.time.Instant;
import java.util.List;

/** A crowd, and its events in both shapes. */
final class Clients {

    private final Crowd crowd;
    private final Records records;

    Clients(Crowd crowd, Records records) {
        this.crowd = crowd;
        this.records = records;
    }

    /** @param contacts the same events as ingestion would write them */
    record Batch(List<ClientEvent> events, List<InboundContact> contacts) {}

    /** The next events. */
    Batch next(int count) {
        Instant now = Instant.now();
        List<ClientEvent> events = crowd.next(count);
        List<InboundContact> contacts =
                events.stream().map(event -> records.record(event, now)).toList();
        return new Batch(events, contacts);
    }
}
