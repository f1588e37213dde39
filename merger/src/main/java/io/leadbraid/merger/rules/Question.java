package io.leadbraid.merger.rules;

import io.leadbraid.model.ProfileSnapshot;
import io.leadbraid.model.ProfileSnapshot.Held;
import io.leadbraid.model.ProfileSnapshot.RefusedLink;
import io.leadbraid.model.Sightings;
import io.leadbraid.model.SourceId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A link that the graph refuses, and about which a person may know better. */
public record Question(Link link, String rule) {

    /** The graph's rules that are doubts. All others say that nothing is known, or that somebody has decided already. */
    private static final Set<String> DOUBTS =
            Set.of("different-names", "different-contacts", "once-per-person", "role-mailbox", "alias-of-another");

    /** Somebody who shares an address with a hundred others is not asked about each of them. */
    private static final int MOST = 5;

    /** Of one profile, the strongest first. */
    public static List<Question> of(ProfileSnapshot snapshot) {
        return snapshot.refused().stream()
                .filter(Question::isDoubt)
                .flatMap(refused -> sightings(snapshot, refused)
                        .map(seen -> new Question(
                                new Link(
                                        refused.from(),
                                        refused.to(),
                                        refused.identifier(),
                                        seen.trust(),
                                        seen.first().at()),
                                refused.rule())))
                .sorted((one, other) -> one.link().compareTo(other.link()))
                .limit(MOST)
                .toList();
    }

    public static boolean isAskedBy(ProfileSnapshot snapshot) {
        return snapshot.refused().stream().anyMatch(Question::isDoubt);
    }

    public Stream<SourceId> ends() {
        return Stream.of(link.from(), link.to());
    }

    private static boolean isDoubt(RefusedLink refused) {
        return DOUBTS.contains(refused.rule()) && !refused.from().equals(refused.to());
    }

    /** How its own side knows of it. */
    private static Stream<Sightings> sightings(ProfileSnapshot snapshot, RefusedLink refused) {
        return snapshot.members().stream()
                .filter(member -> member.source().equals(refused.from())
                        || member.source().equals(refused.to()))
                .flatMap(member -> member.evidence().stream())
                .filter(held -> held.fact().equals(refused.identifier()))
                .map(Held::sightings)
                .limit(1);
    }
}
