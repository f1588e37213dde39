package io.leadbraid.resolver.graph;

import io.leadbraid.model.Identifier;
import io.leadbraid.model.ProfileId;
import io.leadbraid.model.ProfileSnapshot.Held;
import io.leadbraid.model.SourceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes in evidence and tells which profiles it changes. What a profile is depends on the set of evidence alone: the
 * same evidence in any order, with any repeats, ends in the same profiles.
 */
public final class Graph {

    private final GraphPolicy policy;
    private final Solving solving;

    public Graph(GraphPolicy policy) {
        this.policy = policy;
        this.solving = new Solving(policy);
    }

    /**
     * Everything is read and solved before the first write, so that a failure leaves the state as it was.
     *
     * @param news all that is known of one fact at the source; it is merged with what was known before
     */
    public Change add(GraphState state, SourceId source, Held news) {
        Component home = state.homeOf(source).map(state::component).orElseGet(() -> Component.foundedBy(source));
        KnownSource before = home.source(source);
        KnownSource after = before.with(news);
        if (after.equals(before)) {
            return Change.NONE;
        }
        Rearrangement rearrangement = news.fact() instanceof Identifier identifier
                        && after.links(identifier, policy)
                        && !before.links(identifier, policy)
                ? connected(state, home, after, identifier)
                : Rearrangement.within(home, home.with(after));
        Change change = Change.between(profiles(rearrangement.before()), profiles(rearrangement.after()));
        rearrangement.write(state, policy);
        return change;
    }

    private Rearrangement connected(GraphState state, Component home, KnownSource source, Identifier identifier) {
        Optional<Home> found = state.homeOf(identifier);
        if (found.isEmpty()) {
            return Rearrangement.within(home, home.with(source)).settling(identifier);
        }
        return switch (found.get()) {
            case Home.OverShared none -> {
                Component after = home.with(source.withOverShared(identifier));
                yield Rearrangement.within(home, after).overSharing(identifier, Set.of(source.id()));
            }
            case Home.In(ComponentId id) when id.equals(home.id()) -> joined(List.of(home), home, source, identifier);
            case Home.In(ComponentId id) -> {
                Component other = state.component(id);
                yield joined(List.of(home, other), home.union(other), source, identifier);
            }
        };
    }

    private Rearrangement joined(List<Component> before, Component union, KnownSource source, Identifier identifier) {
        Component after = union.with(source);
        List<KnownSource> holders = after.holders(identifier, policy);
        return holders.size() <= policy.mostHolders()
                ? new Rearrangement(before, List.of(after))
                : new Rearrangement(before, after.without(identifier, policy))
                        .overSharing(
                                identifier,
                                Set.copyOf(holders.stream().map(KnownSource::id).toList()));
    }

    private Map<ProfileId, Profile> profiles(List<Component> components) {
        Map<ProfileId, Profile> all = new HashMap<>();
        components.forEach(component -> solving.profiles(component).forEach(profile -> all.put(profile.id(), profile)));
        return all;
    }
}
