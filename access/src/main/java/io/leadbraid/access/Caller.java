package io.leadbraid.access;

import io.leadbraid.access.problem.ProblemException;
import io.leadbraid.model.WorkspaceId;
import java.util.Set;

/** The authenticated sender of a request. */
public record Caller(WorkspaceId workspace, Actor actor, Set<Scope> scopes) {

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    public boolean has(Scope scope) {
        return scopes.contains(scope);
    }

    /** @throws ProblemException 403, naming the scope, when the caller lacks it */
    public void require(Scope scope) {
        if (!has(scope)) {
            throw ProblemException.forbidden("scope-missing", "This needs the scope " + scope.label() + ".");
        }
    }
}
