package io.leadbraid.resolver.graph;

import io.leadbraid.model.Identifier;
import io.leadbraid.model.ProfileSnapshot.RefusedLink;
import io.leadbraid.model.SourceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who is one person: joins the links of a component from the strongest to the weakest, wherever no rule forbids it
 * (Kruskal's algorithm under constraints). A pure function of what is known.
 */
final class Solving {

    private final GraphPolicy policy;
    private final List<Rule> rules;

    Solving(GraphPolicy policy) {
        this.policy = policy;
        this.rules = Rule.of(policy);
    }

    List<Profile> profiles(Component component) {
        Collection<KnownSource> sources = component.people();
        if (sources.isEmpty()) {
            return List.of();
        }
        List<Holders> shared = Holders.in(component, policy);
        Cluster whole = new Cluster(sources, policy);
        return meetsNoRule(whole, shared) ? List.of(profile(whole, List.of())) : joined(sources, shared);
    }

    /** Where nothing can be refused, connected is the same as joined. */
    private boolean meetsNoRule(Cluster whole, List<Holders> shared) {
        return whole.size() <= policy.largestProfile()
                && shared.stream().noneMatch(Holders::isDisputable)
                && !whole.persona().isDisputable(policy.names());
    }

    private List<Profile> joined(Collection<KnownSource> sources, List<Holders> shared) {
        Clusters clusters = new Clusters(sources, policy);
        List<RefusedLink> refused = new ArrayList<>();
        shared.stream().flatMap(Holders::links).sorted().forEach(link -> {
            Cluster one = clusters.of(link.one().id());
            Cluster other = clusters.of(link.other().id());
            if (one != other) {
                Rule.firstThatForbids(rules, link, one, other)
                        .ifPresentOrElse(rule -> refused.add(link.refusedBy(rule)), () -> clusters.join(one, other));
            }
        });
        Map<Cluster, List<RefusedLink>> leadingOut = leadingOut(refused, clusters);
        shared.stream()
                .flatMap(Holders::leadingNowhere)
                .forEach(link -> leadingOut
                        .computeIfAbsent(clusters.of(link.from()), none -> new ArrayList<>())
                        .add(link));
        return clusters.all().stream()
                .map(cluster -> profile(cluster, leadingOut.getOrDefault(cluster, List.of())))
                .toList();
    }

    /** What another link joined after all was not refused. Of many alike between two profiles, the strongest stands. */
    private static Map<Cluster, List<RefusedLink>> leadingOut(List<RefusedLink> refused, Clusters clusters) {
        record Border(Set<Cluster> sides, Identifier identifier) {}
        Set<Border> seen = new HashSet<>();
        Map<Cluster, List<RefusedLink>> leadingOut = new HashMap<>();
        for (RefusedLink link : refused) {
            Cluster one = clusters.of(link.from());
            Cluster other = clusters.of(link.to());
            if (one != other && seen.add(new Border(Set.of(one, other), link.identifier()))) {
                List.of(one, other)
                        .forEach(side -> leadingOut
                                .computeIfAbsent(side, none -> new ArrayList<>())
                                .add(link));
            }
        }
        return leadingOut;
    }

    private Profile profile(Cluster cluster, List<RefusedLink> leadingOut) {
        List<RefusedLink> refused = new ArrayList<>(leadingOut);
        for (KnownSource source : cluster.sources()) {
            source.overShared().forEach(dead -> refused.add(leadingNowhere(source.id(), dead, Rule.OVER_SHARED)));
            source.blocked(policy).forEach(value -> refused.add(leadingNowhere(source.id(), value, Rule.BLOCKED)));
        }
        return new Profile(
                cluster.profile(),
                cluster.sources().stream().map(KnownSource::asMember).toList(),
                refused);
    }

    private static RefusedLink leadingNowhere(SourceId source, Identifier identifier, String rule) {
        return new RefusedLink(source, source, identifier, rule);
    }
}
