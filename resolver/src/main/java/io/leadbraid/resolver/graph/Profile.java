package io.leadbraid.resolver.graph;

import io.leadbraid.model.ProfileId;
import io.leadbraid.model.ProfileSnapshot.RefusedLink;
import java.util.Comparator;
import java.util.List;

/**
 * One person, as far as the evidence goes.
 *
 * @param refused links that lead out of the profile, or, with both ends at one source, an identifier that links
 *     nothing there
 */
public record Profile(ProfileId id, List<KnownSource> sources, List<RefusedLink> refused) {

    public Profile {
        sources = sources.stream().sorted(Comparator.comparing(KnownSource::id)).toList();
        refused = refused.stream()
                .distinct()
                .sorted(Comparator.comparing(RefusedLink::from)
                        .thenComparing(RefusedLink::to)
                        .thenComparing(RefusedLink::identifier))
                .toList();
    }
}
