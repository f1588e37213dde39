package io.leadbraid.merger.leads;

import io.leadbraid.access.Caller;
import io.leadbraid.access.Scope;
import io.leadbraid.access.WorkspaceTransactions;
import io.leadbraid.access.problem.ProblemException;
import io.leadbraid.merger.audit.Audit;
import io.leadbraid.merger.merges.Pending;
import io.leadbraid.merger.outbox.Outbox;
import io.leadbraid.merger.rules.Pipeline;
import io.leadbraid.model.Lead;
import io.leadbraid.model.LeadId;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** Changes that people and programs make to a lead's own fields. */
public final class LeadEditing {

    private final WorkspaceTransactions transactions;
    private final LeadRows rows;
    private final LeadDocuments documents;
    private final Audit audit;
    private final Outbox outbox;
    private final Pending pending;
    private final SearchIndex index;
    private final Pipeline pipeline;

    public LeadEditing(
            WorkspaceTransactions transactions,
            LeadRows rows,
            LeadDocuments documents,
            Audit audit,
            Outbox outbox,
            Pending pending,
            SearchIndex index,
            Pipeline pipeline) {
        this.transactions = transactions;
        this.rows = rows;
        this.documents = documents;
        this.audit = audit;
        this.outbox = outbox;
        this.pending = pending;
        this.index = index;
        this.pipeline = pipeline;
    }

    /**
     * Makes the changes, their audit row and the announcement of the new version in one transaction. Changes that change
     * nothing leave the version as it is.
     *
     * @return the lead as it is now
     * @throws ProblemException 403 without the scope, 404 for no lead, 409 {@code lead-absorbed} with {@code survivorId} for an
     *     absorbed one, 412 {@code version-stale} with {@code version} when the lead is no longer of that version, 422 for a
     *     stage or status that cannot be set, or for more attributes than a lead holds
     */
    public Lead patch(Caller caller, LeadId lead, long expectedVersion, LeadChanges changes) {
        caller.require(Scope.LEAD_EDIT);
        refuseImpossible(changes);
        return transactions.in(caller.workspace(), () -> {
            LeadRow found = rows.lock(lead).orElseThrow(() -> ProblemException.notFound("lead"));
            refuseAbsorbed(found);
            refuseStale(found, expectedVersion);
            Map<String, ?> difference = found.difference(changes);
            if (!difference.isEmpty()) {
                change(caller, found, changes, difference);
            }
            return documents.render(List.of(lead)).getFirst();
        });
    }

    private void change(Caller caller, LeadRow found, LeadChanges changes, Map<String, ?> difference) {
        LeadRow changed = found.with(changes);
        refuseTooMuch(found, changed);
        long version = rows.update(changed);
        audit.write(
                caller.workspace(),
                List.of(new Audit.Entry(caller.actor(), Audit.Action.EDITED, found.id(), difference)));
        outbox.add(caller.workspace(), List.of(new Outbox.Versioned(found.id(), version)));
        if (!found.name().equals(changed.name())) {
            index.remove(tokens(found));
            index.add(caller.workspace(), tokens(changed));
        }
        if (found.status() != LeadStatus.OPEN && changed.status() == LeadStatus.OPEN) {
            pending.addSourcesOf(caller.workspace(), List.of(found.id()));
        }
    }

    private static List<SearchIndex.Entry> tokens(LeadRow lead) {
        return lead.name().stream()
                .flatMap(SearchTokens::ofName)
                .map(token -> new SearchIndex.Entry(lead.id().value(), token))
                .toList();
    }

    private void refuseImpossible(LeadChanges changes) {
        changes.stage().filter(stage -> !pipeline.has(stage)).ifPresent(stage -> {
            throw ProblemException.invalid("stage", "must be one of " + String.join(", ", pipeline.stages()));
        });
        changes.status().filter(LeadStatus.ABSORBED::equals).ifPresent(status -> {
            throw ProblemException.invalid("status", "a lead is absorbed by a merge only");
        });
    }

    /** Less than before is always taken. */
    private static void refuseTooMuch(LeadRow found, LeadRow changed) {
        int size = Attributes.size(changed.attributes());
        if (size > Attributes.MOST && size > Attributes.size(found.attributes())) {
            throw ProblemException.invalid(
                    "attributes", "must not hold more than " + Attributes.MOST + " characters together");
        }
    }

    private static void refuseAbsorbed(LeadRow found) {
        found.survivor().ifPresent(survivor -> {
            throw ProblemException.of(
                    HttpStatus.CONFLICT,
                    "lead-absorbed",
                    "This lead has been merged into another one.",
                    Map.of("survivorId", survivor.value()));
        });
    }

    private static void refuseStale(LeadRow found, long expected) {
        if (found.version() != expected) {
            throw ProblemException.of(
                    HttpStatus.PRECONDITION_FAILED,
                    "version-stale",
                    "The lead has changed since that version.",
                    Map.of("version", found.version()));
        }
    }
}
