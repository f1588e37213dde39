package io.leadbraid.merger.reasons;

import io.leadbraid.access.WorkspaceTransactions;
import io.leadbraid.access.problem.ProblemException;
import io.leadbraid.merger.leads.KeyLookups;
import io.leadbraid.merger.merges.ProfileRows;
import io.leadbraid.merger.why.Comparison;
import io.leadbraid.merger.why.Explaining;
import io.leadbraid.merger.why.Language;
import io.leadbraid.merger.why.Order;
import io.leadbraid.merger.why.PastMerge;
import io.leadbraid.merger.why.WaitingRequest;
import io.leadbraid.merger.why.Why;
import io.leadbraid.model.LeadId;
import io.leadbraid.model.ProfileSnapshot;
import io.leadbraid.model.ProfileSnapshot.Member;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.WorkspaceId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers why sources are on one lead, or why leads are not one, from the newest profiles that are stored. */
public final class Reasons {

    private final WorkspaceTransactions transactions;
    private final JdbcClient jdbc;
    private final ReasonRows rows;
    private final ProfileRows profiles;

    public Reasons(WorkspaceTransactions transactions, JdbcClient jdbc) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.rows = new ReasonRows(jdbc);
        this.profiles = new ProfileRows(jdbc);
    }

    /**
     * @param other a source or a lead; without it, the question is why all sources of the lead are one person's. An absorbed id
     *     stands for its survivor.
     * @throws ProblemException 404 when there is no such lead, or no such source or other lead
     */
    public Why why(WorkspaceId workspace, LeadId lead, Optional<String> other, Language language) {
        Comparison comparison = transactions.in(workspace, () -> comparison(lead, other));
        return Explaining.explain(comparison, language);
    }

    private Comparison comparison(LeadId asked, Optional<String> other) {
        KeyLookups.prefer(jdbc);
        Side.Lead ours = rows.lead(asked.value()).orElseThrow(() -> ProblemException.notFound("lead"));
        if (other.isEmpty()) {
            return onOneLead(ours, Set.of());
        }
        Side theirs = other.flatMap(this::side).orElseThrow(() -> ProblemException.notFound("source or lead"));
        return switch (theirs) {
            case Side.Lead lead when lead.id().equals(ours.id()) -> onOneLead(ours, Set.of());
            case Side.Source source when ours.sources().contains(source.id()) -> onOneLead(ours, source.sources());
            case Side.Lead lead -> onTwoLeads(ours, lead.sources(), Optional.of(lead.id()));
            case Side.Source source -> onTwoLeads(ours, source.sources(), source.lead());
        };
    }

    private Optional<Side> side(String id) {
        Optional<Side> lead = rows.lead(id).map(found -> found);
        return lead.or(() -> rows.source(id));
    }

    /** @param one the source that is asked about, if it is only one */
    private Comparison onOneLead(Side.Lead lead, Set<SourceId> one) {
        Set<SourceId> others = new HashSet<>(lead.sources());
        others.removeAll(one);
        boolean isWhole = others.isEmpty();
        return comparison(
                isWhole ? lead.sources() : others,
                isWhole ? Set.of() : one,
                true,
                rows.merges(lead.id()),
                rows.splitRequest(lead.id()),
                Optional.empty());
    }

    private Comparison onTwoLeads(Side.Lead ours, Set<SourceId> theirs, Optional<LeadId> their) {
        Optional<WaitingRequest> request = their.flatMap(lead -> rows.request(ours.id(), lead));
        return comparison(ours.sources(), theirs, false, List.of(), request, rows.order(ours.sources(), theirs));
    }

    private Comparison comparison(
            Set<SourceId> ours,
            Set<SourceId> theirs,
            boolean sameLead,
            List<PastMerge> merges,
            Optional<WaitingRequest> request,
            Optional<Order> order) {
        Set<SourceId> sources = new HashSet<>(ours);
        sources.addAll(theirs);
        List<ProfileSnapshot> snapshots = profiles.snapshots(profiles.profilesOf(sources));
        snapshots.forEach(
                snapshot -> snapshot.members().stream().map(Member::source).forEach(sources::add));
        return new Comparison(ours, theirs, sameLead, snapshots, rows.cards(sources), merges, request, order);
    }
}
