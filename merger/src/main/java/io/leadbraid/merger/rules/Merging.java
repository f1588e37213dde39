package io.leadbraid.merger.rules;

import io.leadbraid.model.LeadId;
import io.leadbraid.model.ProfileSnapshot.Member;
import io.leadbraid.model.SourceId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which leads of a profile become one. Links are followed from the strongest to the weakest, so groups that the platforms
 * vouch for have formed before anything typed is looked at; a link that a rule refuses becomes a request. A pure function:
 * what it says does not depend on the order of what it is told, and once it is done it has nothing more to merge.
 */
public final class Merging {

    private final MergePolicy policy;

    public Merging(MergePolicy policy) {
        this.policy = policy;
    }

    private record Refused(Link link, MergePolicy.Rule rule) {}

    public List<Outcome> decide(Situation situation) {
        Map<SourceId, Group> groups = initial(situation);
        List<Refused> refused = new ArrayList<>();
        for (Link link : Links.strongestFirst(situation)) {
            Join join = new Join(group(groups, link.from()), group(groups, link.to()), link, situation.orders());
            if (join.one() != join.other()) {
                policy.firstThatRefuses(join)
                        .ifPresentOrElse(rule -> refused.add(new Refused(link, rule)), () -> unite(groups, join));
            }
        }
        return Stream.concat(merges(groups).stream(), requests(groups, refused, situation.orders()).stream())
                .toList();
    }

    /** Sources of one lead are together already. */
    private static Map<SourceId, Group> initial(Situation situation) {
        Map<SourceId, Group> groups = new HashMap<>();
        Map<LeadId, Group> byLead = new HashMap<>();
        for (Member member : situation.members()) {
            Optional<OpenLead> lead = situation.leadOf(member.source());
            Group group = lead.map(OpenLead::id)
                    .map(id -> byLead.computeIfAbsent(id, first -> new Group()))
                    .orElseGet(Group::new);
            lead.ifPresent(group::add);
            group.add(member);
            groups.put(member.source(), group);
        }
        return groups;
    }

    private static void unite(Map<SourceId, Group> groups, Join join) {
        join.one().absorb(join.other(), join.link());
        join.other().sources().forEach(source -> groups.put(source, join.one()));
    }

    private static List<Outcome> merges(Map<SourceId, Group> groups) {
        return groups.values().stream()
                .distinct()
                .filter(group -> group.leads().size() > 1)
                .map(Merging::merge)
                .sorted(Comparator.comparing(Outcome.Merge::survivor))
                .<Outcome>map(merge -> merge)
                .toList();
    }

    private static Outcome.Merge merge(Group group) {
        List<LeadId> leads = group.leads().stream().map(OpenLead::id).toList();
        List<Link> evidence = group.joinedBy().stream().sorted().toList();
        boolean stated = evidence.stream().anyMatch(Link::isStated);
        return new Outcome.Merge(
                leads.getFirst(),
                leads.subList(1, leads.size()),
                stated ? Outcome.Merge.SHARED_STATED : Outcome.Merge.SHARED_VERIFIED,
                evidence);
    }

    /**
     * What another link united after all was not refused. Of many links between two groups, the strongest asks; groups that
     * people have told apart are not asked about.
     */
    private static List<Outcome> requests(Map<SourceId, Group> groups, List<Refused> refused, Orders orders) {
        Map<List<LeadId>, Outcome> requests = new LinkedHashMap<>();
        for (Refused one : refused) {
            Group from = group(groups, one.link().from());
            Group to = group(groups, one.link().to());
            if (from != to && one.rule().asks() && !orders.tellApart(from.sources(), to.sources())) {
                List<LeadId> leads = Stream.of(from, to)
                        .map(group -> group.leads().getFirst().id())
                        .sorted()
                        .toList();
                requests.putIfAbsent(
                        leads, new Outcome.Request(leads, one.rule().name(), List.of(one.link())));
            }
        }
        return List.copyOf(requests.values());
    }

    private static Group group(Map<SourceId, Group> groups, SourceId source) {
        return Optional.ofNullable(groups.get(source)).orElseThrow();
    }
}
