package io.leadbraid.merger.why;

import io.leadbraid.model.ProfileSnapshot;
import io.leadbraid.model.SourceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sources that are to be explained, with all that is known of them.
 *
 * @param ours sources of a lead
 * @param theirs those they are compared with
 * @param sameLead whether all of them are on one lead; ours are then compared with each other where there are no others
 * @param profiles of all of them, each source in one at most
 * @param cards of all members of these profiles, as far as there are any
 * @param merges that made the one lead what it is, from the newest on
 * @param request the open request that holds the leads of both sides; of one lead, that asks whether to take it apart
 * @param order what somebody has decided about the two sides
 */
public record Comparison(
        Set<SourceId> ours,
        Set<SourceId> theirs,
        boolean sameLead,
        List<ProfileSnapshot> profiles,
        Map<SourceId, Card> cards,
        List<PastMerge> merges,
        Optional<WaitingRequest> request,
        Optional<Order> order) {

    public Comparison {
        ours = Set.copyOf(ours);
        theirs = Set.copyOf(theirs);
        profiles = List.copyOf(profiles);
        cards = Map.copyOf(cards);
        merges = List.copyOf(merges);
    }
}
