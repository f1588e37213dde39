package io.leadbraid.resolver.graph;

import java.util.Set;

/** Whether two people cannot be one, going by their names alone. */
@FunctionalInterface
public interface NameContradiction {

    NameContradiction SILENT = (one, other) -> false;

    /**
     * Symmetric; and two sets contradict each other only where a name of the one contradicts a name of the other, taken by
     * themselves.
     */
    boolean between(Set<String> one, Set<String> other);
}
