package io.leadbraid.ingestion.intake;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.leadbraid.model.EventId;
import io.leadbraid.model.WorkspaceId;

/** The events that this process stored last. */
final class RecentEvents {

    record Event(WorkspaceId workspace, EventId id) {}

    private final Cache<Event, Boolean> stored;

    RecentEvents(int most) {
        this.stored = Caffeine.newBuilder().maximumSize(most).build();
    }

    boolean contains(Event event) {
        return stored.getIfPresent(event) != null;
    }

    void add(Event event) {
        stored.put(event, true);
    }
}
