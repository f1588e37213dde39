package io.leadbraid.merger.merges;

import io.leadbraid.access.WorkspaceTransactions;
import io.leadbraid.merger.consumption.Failures;
import io.leadbraid.merger.decisions.StandingDecisions;
import io.leadbraid.merger.leads.KeyLookups;
import io.leadbraid.merger.merges.ProfileRows.Divided;
import io.leadbraid.merger.rules.Merging;
import io.leadbraid.merger.rules.OpenLead;
import io.leadbraid.merger.rules.Orders;
import io.leadbraid.merger.rules.Outcome;
import io.leadbraid.merger.rules.Pipeline;
import io.leadbraid.merger.rules.Question;
import io.leadbraid.merger.rules.Situation;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.LeadId;
import io.leadbraid.model.ProfileId;
import io.leadbraid.model.ProfileSnapshot;
import io.leadbraid.model.ProfileSnapshot.Member;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.WorkspaceId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Compares the leads of pending sources with their profiles, and does what the rules say. It looks at how things are and not
 * at what happened, so doing it once more changes nothing.
 */
public final class Reconciling {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciling.class);
    private static final int BATCH = 500;
    private static final int ATTEMPTS = 5;

    private final WorkspaceTransactions transactions;
    private final JdbcClient jdbc;
    private final Pending pending;
    private final ProfileRows profiles;
    private final MergeWriting merges;
    private final Splitting splitting;
    private final RequestWriting requests;
    private final Merging merging;
    private final StandingDecisions decisions;
    private final Pipeline pipeline;
    private final Counter setAside;

    public Reconciling(
            WorkspaceTransactions transactions,
            JdbcClient jdbc,
            Pending pending,
            MergeWriting merges,
            Splitting splitting,
            RequestWriting requests,
            Merging merging,
            StandingDecisions decisions,
            Pipeline pipeline,
            MeterRegistry meters) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.pending = pending;
        this.profiles = new ProfileRows(jdbc);
        this.merges = merges;
        this.splitting = splitting;
        this.requests = requests;
        this.merging = merging;
        this.decisions = decisions;
        this.pipeline = pipeline;
        this.setAside = meters.counter("leadbraid.reconciling.set.aside");
    }

    /** Goes through all workspaces in which something is pending, until nothing is. */
    public void reconcileAll() {
        jdbc.sql("SELECT workspaces_with_pending() AS workspace")
                .query((row, i) -> WorkspaceId.parse(row.getString("workspace")))
                .list()
                .forEach(this::reconcile);
    }

    /** Until nothing is pending in the workspace. */
    public void reconcile(WorkspaceId workspace) {
        int most = BATCH;
        int taken = most;
        while (taken > 0) {
            try {
                taken = step(workspace, most);
            } catch (RuntimeException failure) {
                if (!Failures.isDeterministic(failure)) {
                    throw failure;
                }
                if (most == 1) {
                    giveUp(workspace, failure);
                }
                most = 1;
            }
        }
    }

    /** The sweep comes back to it. */
    private void giveUp(WorkspaceId workspace, RuntimeException failure) {
        Set<SourceId> sources = transactions.in(workspace, () -> pending.take(1));
        setAside.increment();
        LOG.atError()
                .addKeyValue("sources", sources)
                .addKeyValue("error", Failures.describe(failure))
                .log("leads cannot be compared with their profile");
    }

    private int step(WorkspaceId workspace, int most) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transactions.in(workspace, () -> {
                    KeyLookups.prefer(jdbc);
                    Set<SourceId> sources = pending.take(most);
                    compare(workspace, profiles.profilesOf(sources));
                    return sources.size();
                });
            } catch (ConcurrencyFailureException disturbed) {
                if (attempt == ATTEMPTS) {
                    throw disturbed;
                }
            }
        }
    }

    /**
     * Decides by what is read once the leads are locked. A profile whose leads have meanwhile become others, or are being
     * changed for another profile, comes again; one about which people have decided something that the graph has yet to hear of comes
     * again with its next snapshot.
     */
    private void compare(WorkspaceId workspace, Set<ProfileId> asked) {
        List<Divided> before = profiles.onLeads(asked);
        List<Question> questions = profiles.questions(asked);
        Set<LeadId> concerned = before.stream()
                .flatMap(profile -> profile.leads().values().stream())
                .collect(Collectors.toSet());
        Set<LeadId> crowded = leads(profiles.crowded(concerned));
        Set<LeadId> ids = before.stream()
                .filter(profile -> profile.isDivided()
                        || profile.isHeld()
                        || !Collections.disjoint(crowded, profile.distinctLeads()))
                .flatMap(profile -> profile.leads().values().stream())
                .collect(Collectors.toSet());
        ids.addAll(profiles.leadsOf(ends(questions)).values());
        if (ids.isEmpty()) {
            return;
        }
        LockedLeads locked = LockedLeads.lock(jdbc, ids);
        List<Standing> apart = profiles.crowded(ids);
        Set<SourceId> standing =
                apart.stream().flatMap(lead -> lead.sources().stream()).collect(Collectors.toSet());
        Set<LeadId> changed = splitting.settle(workspace, apart, decisions.about(standing, Set.of()), locked);
        changed.addAll(merge(workspace, asked, locked, Set.copyOf(changed)));
        ask(workspace, questions, locked, changed);
    }

    private static Set<LeadId> leads(List<Standing> crowded) {
        return crowded.stream().map(Standing::lead).collect(Collectors.toSet());
    }

    private static Set<SourceId> ends(List<Question> questions) {
        return questions.stream().flatMap(Question::ends).collect(Collectors.toSet());
    }

    /** @return the leads that were brought together */
    private Set<LeadId> merge(WorkspaceId workspace, Set<ProfileId> asked, LockedLeads locked, Set<LeadId> changed) {
        Map<ProfileId, Divided> divided = profiles.onLeads(asked).stream()
                .filter(Divided::isDivided)
                .collect(Collectors.toMap(Divided::profile, Function.identity()));
        List<Outcome> outcomes = new ArrayList<>();
        List<SourceId> again = new ArrayList<>();
        Set<LeadId> decided = new HashSet<>(changed);
        List<ProfileSnapshot> snapshots = profiles.snapshots(divided.keySet());
        StandingDecisions.Found known = decisions.about(sources(snapshots), identifiers(snapshots));
        for (ProfileSnapshot snapshot : snapshots) {
            if (known.isAheadOn(sources(List.of(snapshot)))) {
                continue;
            }
            Divided now = divided.getOrDefault(snapshot.profile(), Divided.nowhere(snapshot.profile()));
            if (locked.hasAll(now.distinctLeads()) && Collections.disjoint(decided, now.distinctLeads())) {
                decided.addAll(now.distinctLeads());
                outcomes.addAll(merging.decide(situation(snapshot, now, locked, known.orders())));
            } else {
                again.add(now.leads().keySet().iterator().next());
            }
        }
        pending.add(workspace, again);
        return write(workspace, outcomes, locked);
    }

    private static Set<SourceId> sources(List<ProfileSnapshot> snapshots) {
        return snapshots.stream()
                .flatMap(snapshot -> snapshot.members().stream().map(Member::source))
                .collect(Collectors.toSet());
    }

    private static Set<Identifier> identifiers(List<ProfileSnapshot> snapshots) {
        return snapshots.stream()
                .flatMap(snapshot -> snapshot.members().stream())
                .flatMap(member -> member.evidence().stream())
                .flatMap(held -> held.fact() instanceof Identifier identifier ? Stream.of(identifier) : Stream.of())
                .collect(Collectors.toSet());
    }

    /** About leads that are each by itself, and that nothing has changed meanwhile. */
    private void ask(WorkspaceId workspace, List<Question> questions, LockedLeads locked, Set<LeadId> changed) {
        Map<SourceId, LeadId> leads = profiles.leadsOf(ends(questions));
        StandingDecisions.Found known = decisions.about(ends(questions), Set.of());
        List<Outcome.Request> asking = new ArrayList<>();
        List<SourceId> again = new ArrayList<>();
        for (Question question : questions) {
            List<LeadId> two = question.ends()
                    .flatMap(end -> Optional.ofNullable(leads.get(end)).stream())
                    .distinct()
                    .toList();
            boolean decided = known.isAheadOn(question.ends().toList())
                    || known.orders()
                            .tellApart(
                                    Set.of(question.link().from()),
                                    Set.of(question.link().to()));
            if (decided) {
                continue;
            }
            if (two.size() == 2 && two.stream().anyMatch(changed::contains)) {
                again.add(question.link().from());
                again.add(question.link().to());
            } else if (two.size() == 2
                    && locked.hasAll(two)
                    && two.stream().map(locked::get).noneMatch(LeadState::held)) {
                asking.add(new Outcome.Request(two, question.rule(), List.of(question.link())));
            }
        }
        requests.open(workspace, asking);
        pending.add(workspace, again);
    }

    private Situation situation(ProfileSnapshot snapshot, Divided now, LockedLeads locked, Orders orders) {
        Map<SourceId, OpenLead> leads = new HashMap<>();
        now.leads().forEach((source, lead) -> leads.put(source, locked.open(lead, pipeline)));
        return new Situation(snapshot.members(), snapshot.refused(), leads, orders);
    }

    private Set<LeadId> write(WorkspaceId workspace, List<Outcome> outcomes, LockedLeads locked) {
        List<Outcome.Merge> merged = new ArrayList<>();
        List<Outcome.Request> requested = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            switch (outcome) {
                case Outcome.Merge merge -> merged.add(merge);
                case Outcome.Request request -> requested.add(request);
            }
        }
        merges.write(workspace, merged, locked);
        requests.open(workspace, requested);
        return merged.stream()
                .flatMap(merge -> Stream.concat(Stream.of(merge.survivor()), merge.absorbed().stream()))
                .collect(Collectors.toSet());
    }
}
