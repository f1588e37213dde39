package io.leadbraid.merger.reasons;

import io.leadbraid.model.LeadId;
import io.leadbraid.model.SourceId;
import java.util.Optional;
import java.util.Set;

/** What an id stands for that somebody asks about. */
sealed interface Side {

    Set<SourceId> sources();

    record Lead(LeadId id, Set<SourceId> sources) implements Side {}

    /** @param lead its current one; absent while only we have written there */
    record Source(SourceId id, Optional<LeadId> lead) implements Side {

        @Override
        public Set<SourceId> sources() {
            return Set.of(id);
        }
    }
}
