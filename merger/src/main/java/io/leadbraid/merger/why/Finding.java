package io.leadbraid.merger.why;

import io.leadbraid.model.SourceId;
import java.util.Optional;
import java.util.Set;

/** One thing that an answer says. */
sealed interface Finding {

    /** Which rule keeps apart, where it says so. */
    default Optional<String> rule() {
        return Optional.empty();
    }

    record Shared(Leg leg) implements Finding {}

    /** There are too many to name them all. */
    record More(int links) implements Finding {}

    record Refused(Refusal refusal) implements Finding {

        @Override
        public Optional<String> rule() {
            return Optional.of(refusal.rule());
        }
    }

    record NothingShared(Set<SourceId> ours, Set<SourceId> theirs) implements Finding {}

    /** What links do not explain, a merge does. */
    record Merged(PastMerge merge) implements Finding {}

    record Waiting(WaitingRequest request) implements Finding {

        @Override
        public Optional<String> rule() {
            return Optional.of(request.rule());
        }
    }

    record Ordered(Order order) implements Finding {

        @Override
        public Optional<String> rule() {
            return Optional.of(order.rule());
        }
    }

    /** One source, with inquiries on both leads. */
    record OnBoth(SourceId source) implements Finding {}

    record Alone(SourceId source) implements Finding {}

    record NoSource() implements Finding {}
}
