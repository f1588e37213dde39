package io.leadbraid.model;

/** Key of {@code leadbraid.decisions}: of each decision the last turn survives compaction. */
public record DecisionKey(WorkspaceId workspace, DecisionId decision) implements OfWorkspace {

    public static DecisionKey parse(String text) {
        String[] parts = text.split("/", 2);
        return new DecisionKey(WorkspaceId.parse(parts[0]), new DecisionId(parts[1]));
    }

    @Override
    public String toString() {
        return workspace + "/" + decision;
    }
}
