package io.leadbraid.merger.decisions;

import io.leadbraid.access.Caller;
import io.leadbraid.access.Scope;
import io.leadbraid.access.WorkspaceTransactions;
import io.leadbraid.access.problem.ProblemException;
import io.leadbraid.merger.audit.Audit;
import io.leadbraid.merger.decisions.DecisionWriting.Draft;
import io.leadbraid.merger.leads.Page;
import io.leadbraid.merger.merges.Splitting;
import io.leadbraid.merger.outbox.Outbox;
import io.leadbraid.model.DecisionId;
import io.leadbraid.model.Digest;
import io.leadbraid.model.LeadId;
import io.leadbraid.model.Ruling;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.WorkspaceId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** "Not the same person": outlives every later link, until it is lifted. */
public final class Separations {

    private final WorkspaceTransactions transactions;
    private final DecisionWriting writing;
    private final DecisionRows rows;
    private final Parties parties;
    private final AffectedLeads affected;
    private final Outbox outbox;
    private final Splitting splitting;

    public Separations(
            WorkspaceTransactions transactions,
            JdbcClient jdbc,
            DecisionWriting writing,
            Audit audit,
            Outbox outbox,
            Splitting splitting) {
        this.transactions = transactions;
        this.writing = writing;
        this.rows = new DecisionRows(jdbc);
        this.parties = new Parties(jdbc);
        this.affected = new AffectedLeads(jdbc, audit);
        this.outbox = outbox;
        this.splitting = splitting;
    }

    /**
     * Separates the sources of the one from those of the other. A lead and one of its own sources means the others of that lead. From a
     * lead that they share, the one moves out at once.
     *
     * @param a id of a source or lead; {@code b} likewise
     * @return the separation that is in force now; where it was already, that one
     * @throws ProblemException 403 without the scope, 404 for an id that nobody has, 409 when a lead is being merged just now, 422
     *     when both are the same or have sources in common
     */
    public Separation separate(Caller caller, String a, String b, String reason) {
        caller.require(Scope.SEPARATION_EDIT);
        return transactions.in(caller.workspace(), () -> {
            Set<LeadId> one = leadsOf(parties.sourceOrLead("a", a));
            Set<LeadId> other = leadsOf(parties.sourceOrLead("b", b));
            Set<LeadId> both = new HashSet<>(one);
            both.addAll(other);
            parties.lock(both);
            Draft draft = draft(a, b, reason);
            writing.queue(caller.workspace());
            return Separation.of(rows.inForce(Kinds.SEPARATION, draft.id()).orElseGet(() -> {
                outbox.addNewVersions(caller.workspace(), affected.withdrawRequests(caller, one, other));
                rows.openLeads(draft.ruling().named()).stream()
                        .filter(both::contains)
                        .forEach(lead -> takeApart(caller, lead, draft));
                return writing.on(caller, draft, Audit.Action.SEPARATED, Map.of());
            }));
        });
    }

    /** The smaller group leaves. */
    private void takeApart(Caller caller, LeadId lead, Draft draft) {
        List<Set<SourceId>> smallerFirst = draft.sides().stream()
                .sorted(Comparator.comparingInt(Set::size))
                .toList();
        splitting.takeApart(caller.workspace(), lead, smallerFirst.getFirst(), smallerFirst.getLast());
    }

    /** The lead that the id names, and the open ones that its sources are on. */
    private Set<LeadId> leadsOf(Party party) {
        Set<LeadId> leads = new HashSet<>(rows.openLeads(party.sources()));
        party.lead().ifPresent(leads::add);
        return leads;
    }

    private Draft draft(String a, String b, String reason) {
        Party one = parties.sourceOrLead("a", a);
        Party other = parties.sourceOrLead("b", b);
        List<Set<SourceId>> groups = Stream.of(one.without(other), other.without(one))
                .sorted(Comparator.comparing(DecisionWriting::part))
                .toList();
        Party.refuseOverlap("b", groups.getFirst(), groups.getLast());
        String id = Digest.of(
                Kinds.SEPARATION, DecisionWriting.part(groups.getFirst()), DecisionWriting.part(groups.getLast()));
        return new Draft(new DecisionId(id), new Ruling.Separation(groups), groups, reason);
    }

    /** Those in force, from the newest on. @throws ProblemException 422 for a cursor that no list gave */
    public Page<Separation> list(WorkspaceId workspace, Optional<String> cursor, int limit) {
        Page<Decided> page = transactions.in(workspace, () -> rows.page(Kinds.SEPARATION, cursor, limit));
        return page.with(page.items().stream().map(Separation::of).toList());
    }

    /**
     * Evidence may bring them together from now on.
     *
     * @throws ProblemException 403 without the scope, or where open leads may come together and the caller may not merge; 404 when
     *     no separation of that id is in force
     */
    public void lift(Caller caller, String id) {
        caller.require(Scope.SEPARATION_EDIT);
        transactions.in(caller.workspace(), () -> {
            writing.queue(caller.workspace());
            Decided standing = rows.inForce(Kinds.SEPARATION, new DecisionId(id))
                    .orElseThrow(() -> ProblemException.notFound("separation"));
            AffectedLeads.requireMergeOf(
                    caller, rows.openLeads(standing.ruling().named()));
            writing.off(caller, standing, "", Audit.Action.SEPARATION_LIFTED, Map.of());
            return standing;
        });
    }
}
