package io.leadbraid.bench.pipeline;

import io.leadbraid.bench.stream.ClientEvent;
import io.leadbraid.bench.stream.Crowd;
import io.leadbraid.bench.stream.Records;
import io.leadbraid.bench.stream.Truth;
import io.leadbraid.model.InboundContact;
import java.time.Instant;
import java.util.List;

/** A crowd, and what its events must lead to. */
final class Clients {

    private final Crowd crowd;
    private final Records records;
    private final Truth truth;

    Clients(Crowd crowd, Records records, Truth truth) {
        this.crowd = crowd;
        this.records = records;
        this.truth = truth;
    }

    /** @param contacts the same events as ingestion would write them */
    record Batch(List<ClientEvent> events, List<InboundContact> contacts) {}

    /** The next events, already counted in the truth. */
    Batch next(int count) {
        Instant now = Instant.now();
        List<ClientEvent> events = crowd.next(count);
        List<InboundContact> contacts =
                events.stream().map(event -> records.record(event, now)).toList();
        contacts.forEach(truth::add);
        return new Batch(events, contacts);
    }
}
