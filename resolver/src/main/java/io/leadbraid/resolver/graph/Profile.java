package io.leadbraid.resolver.graph;

import io.leadbraid.model.ProfileId;
import io.leadbraid.model.ProfileSnapshot.Member;
import io.leadbraid.model.ProfileSnapshot.RefusedLink;
import io.leadbraid.model.SourceId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * One person, as far as the evidence goes.
 *
 * @param members its sources, with what counts of each
 * @param refused links that lead out of the profile, or, with both ends at one source, an identifier that links
 *     nothing there
 */
public record Profile(ProfileId id, List<Member> members, List<RefusedLink> refused) {

    private static final Comparator<RefusedLink> ORDER = Comparator.comparing(RefusedLink::from)
            .thenComparing(RefusedLink::to)
            .thenComparing(RefusedLink::identifier);

    public Profile {
        members = members.stream().sorted(Comparator.comparing(Member::source)).toList();
        refused = refused.stream().distinct().sorted(ORDER).toList();
    }

    boolean holdsAny(Set<SourceId> sources) {
        return members.stream().map(Member::source).anyMatch(sources::contains);
    }
}
