package io.leadbraid.resolver.graph;

import io.leadbraid.model.Decision;
import io.leadbraid.model.ProfileId;
import io.leadbraid.model.ProfileSnapshot.Held;
import io.leadbraid.model.Ruling;
import io.leadbraid.model.SourceId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Takes in evidence and decisions and tells which profiles they change. What a profile is depends on the set of both
 * alone: the same in any order, with any repeats, ends in the same profiles.
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
        return changed(state, Map.of(source, known -> known.with(news)), Set.of());
    }

    /**
     * All profiles of the sources that it names are told, changed or not, so that whoever waits for the decision sees that
     * it has been applied. As with evidence, a failure leaves the state as it was.
     */
    public Change apply(GraphState state, Decision decision) {
        Map<SourceId, UnaryOperator<KnownSource>> news = meaning(decision);
        return changed(state, news, news.keySet());
    }

    /** The profiles of these sources as they are. */
    public Change profilesOf(GraphState state, Set<SourceId> sources) {
        return changed(state, each(sources, UnaryOperator.identity()), sources);
    }

    private static Map<SourceId, UnaryOperator<KnownSource>> meaning(Decision decision) {
        return switch (decision.ruling()) {
            case Ruling.Assertion(var sources, var identifier) ->
                each(sources, marks -> marks.asserting(decision, identifier));
            case Ruling.Retraction(var sources, var fact) -> each(sources, marks -> marks.retracting(decision, fact));
            case Ruling.Separation(var groups) -> sides(decision, groups);
            case Ruling.KeepApart(var sources) -> each(sources, UnaryOperator.identity());
            case Ruling.SharedIdentifier(var identifier) ->
                each(Set.of(KnownSource.noteOn(identifier)), marks -> marks.asserting(decision, identifier));
        };
    }

    private static Map<SourceId, UnaryOperator<KnownSource>> sides(Decision decision, List<Set<SourceId>> groups) {
        Map<SourceId, UnaryOperator<KnownSource>> news = new HashMap<>();
        for (int i = 0; i < groups.size(); i++) {
            int side = i;
            news.putAll(each(groups.get(i), marks -> marks.onSide(decision, side)));
        }
        return news;
    }

    private static Map<SourceId, UnaryOperator<KnownSource>> each(Set<SourceId> sources, UnaryOperator<Marks> mark) {
        return sources.stream().collect(Collectors.toMap(UnaryOperator.identity(), id -> known -> known.marked(mark)));
    }

    private Change changed(GraphState state, Map<SourceId, UnaryOperator<KnownSource>> news, Set<SourceId> told) {
        Surroundings around = new Surroundings(state, policy);
        news.forEach(around::change);
        if (around.isUnchanged() && told.isEmpty()) {
            return Change.NONE;
        }
        Rearrangement rearrangement = around.rearranged();
        Change change = Change.between(profiles(rearrangement.before()), profiles(rearrangement.after()), told);
        rearrangement.write(state, policy);
        return change;
    }

    private Map<ProfileId, Profile> profiles(Collection<Component> components) {
        Map<ProfileId, Profile> all = new HashMap<>();
        components.forEach(component -> solving.profiles(component).forEach(profile -> all.put(profile.id(), profile)));
        return all;
    }
}
