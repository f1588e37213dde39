package io.leadbraid.resolver.graph;

import java.util.Set;

/** Whether two people cannot be one, going by their names alone. */
@FunctionalInterface
public interface NameContradiction {

    NameContradiction SILENT = new NameContradiction() {
        @Override
        public boolean between(Set<String> one, Set<String> other) {
            return false;
        }

        @Override
        public boolean isSilent() {
            return true;
        }
    };

    /**
     * Symmetric; and two sets contradict each other only where a name of the one contradicts a name of the other, taken by
     * themselves.
     */
    boolean between(Set<String> one, Set<String> other);

    /** Whether it never finds any, so that nobody needs to ask. */
    default boolean isSilent() {
        return false;
    }
}
