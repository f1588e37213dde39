package io.leadbraid.access;

import io.leadbraid.model.WorkspaceId;
import java.util.EnumSet;
import java.util.Optional;

/** What a new installation begins with: the workspace {@code default}, and a key to it. */
public final class FirstStart {

    private static final String DEFAULT = "default";

    private final Workspaces workspaces;
    private final ApiKeys keys;

    FirstStart(Workspaces workspaces, ApiKeys keys) {
        this.workspaces = workspaces;
        this.keys = keys;
    }

    /**
     * Does nothing from the second start on.
     *
     * @param chosen the secret of the key; without one a secret is drawn
     * @return the secret that was drawn
     */
    public Optional<String> prepare(Optional<String> chosen) {
        if (!workspaces.createIfMissing(DEFAULT)) {
            return Optional.empty();
        }
        WorkspaceId workspace = Workspaces.idOf(DEFAULT);
        EnumSet<Scope> all = EnumSet.allOf(Scope.class);
        if (chosen.isPresent()) {
            keys.register(workspace, "first key", chosen.get(), all);
            return Optional.empty();
        }
        return Optional.of(keys.create(workspace, "first key", all));
    }
}
