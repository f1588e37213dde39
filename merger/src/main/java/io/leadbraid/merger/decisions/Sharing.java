package io.leadbraid.merger.decisions;

import io.leadbraid.access.Caller;
import io.leadbraid.access.Scope;
import io.leadbraid.access.WorkspaceTransactions;
import io.leadbraid.access.problem.ProblemException;
import io.leadbraid.merger.audit.Audit;
import io.leadbraid.merger.decisions.DecisionWriting.Draft;
import io.leadbraid.merger.decisions.IdentifierHolders.Holder;
import io.leadbraid.merger.decisions.SharedIdentifier.Affected;
import io.leadbraid.merger.leads.Page;
import io.leadbraid.model.DecisionId;
import io.leadbraid.model.Digest;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.Ruling;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.WorkspaceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** "Many have this": who only states it is known by it to nobody, until that is ended. */
public final class Sharing {

    private final WorkspaceTransactions transactions;
    private final DecisionWriting writing;
    private final DecisionRows rows;
    private final IdentifierHolders holders;

    public Sharing(WorkspaceTransactions transactions, JdbcClient jdbc, DecisionWriting writing) {
        this.transactions = transactions;
        this.writing = writing;
        this.rows = new DecisionRows(jdbc);
        this.holders = new IdentifierHolders(jdbc);
    }

    /** What sharing it, or ending that, would concern. @throws ProblemException 403 without the scope */
    public Affected preview(Caller caller, Identifier identifier) {
        caller.require(Scope.IDENTIFIER_SHARE);
        return transactions.in(caller.workspace(), () -> {
            List<Holder> found = holders.of(identifier);
            return new Affected(
                    identifier.kind().label(),
                    identifier.namespace(),
                    identifier.value(),
                    found.size(),
                    (int) found.stream().filter(Holder::verified).count(),
                    rows.openLeads(sources(found)).size());
        });
    }

    /** @return what is in force now; where it was already, that. @throws ProblemException 403 without the scope */
    public SharedIdentifier share(Caller caller, Identifier identifier, String reason) {
        caller.require(Scope.IDENTIFIER_SHARE);
        Draft draft = new Draft(idOf(identifier), new Ruling.SharedIdentifier(identifier), List.of(), reason);
        return transactions.in(caller.workspace(), () -> {
            writing.queue(caller.workspace());
            return SharedIdentifier.of(rows.inForce(Kinds.SHARED_IDENTIFIER, draft.id())
                    .orElseGet(() -> writing.on(caller, draft, Audit.Action.SHARED, Map.of())));
        });
    }

    /** Those in force, from the newest on. @throws ProblemException 422 for a cursor that no list gave */
    public Page<SharedIdentifier> list(WorkspaceId workspace, Optional<String> cursor, int limit) {
        Page<Decided> page = transactions.in(workspace, () -> rows.page(Kinds.SHARED_IDENTIFIER, cursor, limit));
        return page.with(page.items().stream().map(SharedIdentifier::of).toList());
    }

    /** As {@link #end(Caller, DecisionId, String)}. */
    public void end(Caller caller, Identifier identifier, String reason) {
        end(caller, idOf(identifier), reason);
    }

    /**
     * It tells again who somebody is.
     *
     * @throws ProblemException 403 without the scope, or where open leads may come together and the caller may not merge; 404 when
     *     no such identifier is shared
     */
    public void end(Caller caller, DecisionId id, String reason) {
        caller.require(Scope.IDENTIFIER_SHARE);
        transactions.in(caller.workspace(), () -> {
            writing.queue(caller.workspace());
            Decided standing = rows.inForce(Kinds.SHARED_IDENTIFIER, id)
                    .orElseThrow(() -> ProblemException.notFound("shared identifier"));
            if (standing.ruling() instanceof Ruling.SharedIdentifier(Identifier identifier)) {
                AffectedLeads.requireMergeOf(caller, rows.openLeads(sources(holders.of(identifier))));
            }
            writing.off(caller, standing, reason, Audit.Action.SHARING_ENDED, Map.of());
            return standing;
        });
    }

    private static DecisionId idOf(Identifier identifier) {
        return new DecisionId(Digest.of(Kinds.SHARED_IDENTIFIER, identifier.canonical()));
    }

    private static List<SourceId> sources(List<Holder> holders) {
        return holders.stream().map(Holder::source).toList();
    }
}
