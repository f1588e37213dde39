package io.leadbraid.ingestion.intake;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.leadbraid.model.EventId;
import io.leadbraid.model.WorkspaceId;

/** The events that this process dealt with last. */
final class RecentEvents {

    record Event(WorkspaceId workspace, EventId id) {}

    private enum Fate {
        STORED,
        UNKNOWN
    }

    private final Cache<Event, Fate> fates;

    RecentEvents(int most) {
        this.fates = Caffeine.newBuilder().maximumSize(most).build();
    }

    boolean isStored(Event event) {
        return fates.getIfPresent(event) == Fate.STORED;
    }

    /** Whether the event is stored, or may be. */
    boolean mayBeStored(Event event) {
        return fates.getIfPresent(event) != null;
    }

    void stored(Event event) {
        fates.put(event, Fate.STORED);
    }

    /** It was refused, which does not say that it is not stored. */
    void refused(Event event) {
        fates.put(event, Fate.UNKNOWN);
    }
}
