package io.leadbraid.merger.decisions;

import io.leadbraid.access.Caller;
import io.leadbraid.access.Scope;
import io.leadbraid.access.WorkspaceTransactions;
import io.leadbraid.access.problem.ProblemException;
import io.leadbraid.merger.audit.Audit;
import io.leadbraid.merger.decisions.DecisionWriting.Draft;
import io.leadbraid.merger.outbox.Outbox;
import io.leadbraid.model.DecisionId;
import io.leadbraid.model.Digest;
import io.leadbraid.model.LeadId;
import io.leadbraid.model.Ruling;
import io.leadbraid.model.SourceId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One person, two leads on purpose: the link stays, merging does not. */
public final class KeepingApart {

    private final WorkspaceTransactions transactions;
    private final DecisionWriting writing;
    private final DecisionRows rows;
    private final Parties parties;
    private final AffectedLeads affected;
    private final Outbox outbox;

    public KeepingApart(
            WorkspaceTransactions transactions, JdbcClient jdbc, DecisionWriting writing, Audit audit, Outbox outbox) {
        this.transactions = transactions;
        this.writing = writing;
        this.rows = new DecisionRows(jdbc);
        this.parties = new Parties(jdbc);
        this.affected = new AffectedLeads(jdbc, audit);
        this.outbox = outbox;
    }

    private record Pair(Party a, Party b) {

        LeadId one() {
            return a.lead().orElseThrow();
        }

        LeadId other() {
            return b.lead().orElseThrow();
        }

        Set<LeadId> leads() {
            return Set.of(one(), other());
        }

        Draft draft(String reason) {
            List<Set<SourceId>> sides = Stream.of(a.sources(), b.sources())
                    .sorted(Comparator.comparing(DecisionWriting::part))
                    .toList();
            Set<SourceId> all = new HashSet<>(a.sources());
            all.addAll(b.sources());
            String id = Digest.of(
                    Kinds.KEEP_APART, DecisionWriting.part(sides.getFirst()), DecisionWriting.part(sides.getLast()));
            return new Draft(new DecisionId(id), new Ruling.KeepApart(all), sides, reason);
        }

        Map<String, ?> details() {
            return Map.of("leads", List.of(one(), other()));
        }
    }

    /**
     * Keeps two leads two.
     *
     * @return the keep-apart that is in force now; where it was already, that one
     * @throws ProblemException 403 without the scope, 404 for an id that no lead has, 409 when a lead is being merged just now, 422
     *     when both are the same or have sources in common
     */
    public KeptApart keep(Caller caller, String a, String b, String reason) {
        caller.require(Scope.SEPARATION_EDIT);
        return transactions.in(caller.workspace(), () -> {
            Pair pair = locked(a, b);
            Draft draft = pair.draft(reason);
            writing.queue(caller.workspace());
            Decided decided = rows.inForce(Kinds.KEEP_APART, draft.id()).orElseGet(() -> {
                affected.withdrawRequests(caller, Set.of(pair.one()), Set.of(pair.other()));
                outbox.addNewVersions(caller.workspace(), pair.leads());
                return writing.on(caller, draft, Audit.Action.KEPT_APART, pair.details());
            });
            return new KeptApart(
                    decided.id().value(), pair.one(), pair.other(), decided.reason(), decided.actor(), decided.at());
        });
    }

    /**
     * Whatever keeps the two apart does so no longer.
     *
     * @throws ProblemException 403 without the scope, or where both are open and the caller may not merge; 404 when nothing keeps
     *     them apart; otherwise as {@link #keep}
     */
    public void end(Caller caller, String a, String b, String reason) {
        caller.require(Scope.SEPARATION_EDIT);
        transactions.in(caller.workspace(), () -> {
            Pair pair = locked(a, b);
            writing.queue(caller.workspace());
            List<Decided> standing =
                    rows.between(Kinds.KEEP_APART, pair.a().sources(), pair.b().sources());
            if (standing.isEmpty()) {
                throw ProblemException.notFound("keep-apart");
            }
            Set<SourceId> named = new HashSet<>();
            standing.forEach(one -> named.addAll(one.ruling().named()));
            AffectedLeads.requireMergeOf(caller, rows.openLeads(named));
            for (Decided one : standing) {
                writing.off(caller, one, reason, Audit.Action.KEEP_APART_LIFTED, pair.details());
            }
            outbox.addNewVersions(caller.workspace(), pair.leads());
            return pair;
        });
    }

    private Pair locked(String a, String b) {
        Pair found = pair(a, b);
        parties.lock(found.leads());
        return pair(a, b);
    }

    private Pair pair(String a, String b) {
        Pair found = new Pair(parties.lead("a", a), parties.lead("b", b));
        Party.refuseOverlap("b", found.a().sources(), found.b().sources());
        return found;
    }
}
