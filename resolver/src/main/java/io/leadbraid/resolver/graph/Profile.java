package io.leadbraid.resolver.graph;

import io.leadbraid.model.ProfileId;
import io.leadbraid.model.ProfileSnapshot.RefusedLink;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * One person, as far as the evidence goes.
 *
 * @param refused links that lead out of the profile, or, with both ends at one source, an identifier of it that links
 *     nothing
 */
public record Profile(ProfileId id, List<KnownSource> sources, List<RefusedLink> refused) {

    public Profile {
        sources = sources.stream().sorted(Comparator.comparing(KnownSource::id)).toList();
        refused = Stream.concat(refused.stream(), sources.stream().flatMap(Profile::overShared))
                .distinct()
                .sorted(Comparator.comparing(RefusedLink::from)
                        .thenComparing(RefusedLink::to)
                        .thenComparing(RefusedLink::identifier))
                .toList();
    }

    private static Stream<RefusedLink> overShared(KnownSource source) {
        return source.overShared().stream()
                .map(identifier -> new RefusedLink(source.id(), source.id(), identifier, Rule.OVER_SHARED));
    }
}
