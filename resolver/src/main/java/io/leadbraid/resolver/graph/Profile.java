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

    /** It is told whole with each change, in one record of Kafka, and a fact takes up to a kilobyte. */
    static final int MOST_FACTS = 4_000;

    private static final int MOST_REFUSED = 2_000;

    public Profile {
        members = told(members).stream()
                .sorted(Comparator.comparing(Member::source))
                .toList();
        refused = refused.stream().distinct().sorted(ORDER).limit(MOST_REFUSED).toList();
    }

    /** Of too many facts the best of each source. */
    private static List<Member> told(List<Member> members) {
        int facts =
                members.stream().mapToInt(member -> member.evidence().size()).sum();
        return facts <= MOST_FACTS
                ? members
                : members.stream()
                        .map(member -> new Member(
                                member.source(), KnownSource.best(member.evidence(), MOST_FACTS / members.size())))
                        .toList();
    }

    boolean holdsAny(Set<SourceId> sources) {
        return members.stream().map(Member::source).anyMatch(sources::contains);
    }
}
