package io.leadbraid.resolver.profiles;

import io.leadbraid.model.ProfileKey;
import io.leadbraid.model.ProfileSnapshot;
import io.leadbraid.model.WorkspaceId;
import io.leadbraid.resolver.graph.Change;
import io.leadbraid.resolver.graph.Profile;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Tells of every profile that changes. */
record Telling(ProcessorContext<ProfileKey, ProfileSnapshot> context, GraphStores stores, long epoch) {

    /** Every workspace has the rules out of the box. */
    private static final long RULES = 0;

    void tell(Record<?, ?> cause, WorkspaceId workspace, Change change) {
        if (!change.profiles().isEmpty()) {
            long decision = stores.applied(workspace).upTo();
            change.profiles().stream()
                    .map(profile -> snapshot(workspace, profile, decision))
                    .forEach(snapshot -> forward(cause, snapshot.key(), snapshot));
        }
        change.ceased().forEach(profile -> forward(cause, new ProfileKey(workspace, profile), null));
    }

    private ProfileSnapshot snapshot(WorkspaceId workspace, Profile profile, long decision) {
        return new ProfileSnapshot(
                ProfileSnapshot.SCHEMA,
                workspace,
                profile.id(),
                epoch,
                stores.nextVersion(workspace),
                RULES,
                decision,
                profile.members(),
                profile.refused());
    }

    @SuppressWarnings("NullAway") // Kafka's own null: a tombstone
    private void forward(Record<?, ?> cause, ProfileKey key, @Nullable ProfileSnapshot snapshot) {
        context.forward(cause.withKey(key).withValue(snapshot));
    }
}
