package io.leadbraid.access;

import io.leadbraid.model.WorkspaceId;
import java.util.EnumSet;
import java.util.function.Supplier;

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
     * Does nothing once the workspace has a key. A start that was cut short is made up for by the next.
     *
     * @param secret gives the secret of the key, and keeps it where people find it; asked only when there is need of it
     */
    public void prepare(Supplier<String> secret) {
        workspaces.createIfMissing(DEFAULT);
        WorkspaceId workspace = Workspaces.idOf(DEFAULT);
        if (!keys.exist(workspace)) {
            keys.register(workspace, "first key", secret.get(), EnumSet.allOf(Scope.class));
        }
    }
}
