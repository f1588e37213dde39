package io.leadbraid.model;

/** What is known of one fact at one source. */
public record Evidence(WorkspaceId workspace, SourceId source, Fact fact, Sightings sightings) {

    public EvidenceKey key() {
        return new EvidenceKey(workspace, source, fact);
    }
}
