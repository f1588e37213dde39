package io.leadbraid.merger.merges;

import io.leadbraid.access.WorkspaceTransactions;
import io.leadbraid.access.Workspaces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** Now and then marks all that should be compared, whatever the reason that it has not been. */
public final class Sweeping {

    private final WorkspaceTransactions transactions;
    private final Workspaces workspaces;
    private final Pending pending;
    private final RequestWriting requests;
    private final Clock clock;
    private final Duration every;
    private final AtomicReference<Instant> last;

    public Sweeping(
            WorkspaceTransactions transactions,
            Workspaces workspaces,
            Pending pending,
            RequestWriting requests,
            Clock clock,
            Duration every) {
        this.transactions = transactions;
        this.workspaces = workspaces;
        this.pending = pending;
        this.requests = requests;
        this.clock = clock;
        this.every = every;
        this.last = new AtomicReference<>(clock.instant());
    }

    /** Sweeps when the time has come. */
    public void sweepWhenDue() {
        Instant now = clock.instant();
        if (!now.isBefore(last.get().plus(every))) {
            last.set(now);
            workspaces
                    .all()
                    .forEach(workspace -> transactions.in(
                            workspace.id(),
                            () -> requests.expire(workspace.id()) + pending.addAllDivided(workspace.id())));
        }
    }
}
