package io.leadbraid.model;

/** Key of {@code leadbraid.evidence}: one record per fact and source survives compaction. */
public record EvidenceKey(WorkspaceId workspace, SourceId source, Fact fact) implements OfWorkspace {

    public static EvidenceKey parse(String text) {
        String[] parts = text.split("/", 3);
        return new EvidenceKey(WorkspaceId.parse(parts[0]), new SourceId(parts[1]), Fact.parse(parts[2]));
    }

    @Override
    public String toString() {
        return workspace + "/" + source + "/" + fact.canonical();
    }
}
