package io.leadbraid.model;

import java.util.List;

/**
 * A profile as the graph knows it: who is one person, and by which evidence.
 *
 * @param epoch rises with each rebuild of the graph
 * @param version rises with each snapshot of the workspace within an epoch, so that (epoch, version) tells which of two
 *     snapshots of any of its profiles is the newer
 * @param rules the version of the workspace's rules that were applied
 * @param decision the highest decision up to which all were applied
 */
public record ProfileSnapshot(
        int schemaVersion,
        WorkspaceId workspace,
        ProfileId profile,
        long epoch,
        long version,
        long rules,
        long decision,
        List<Member> members,
        List<RefusedLink> refused) {

    public static final int SCHEMA = 1;

    /** A source with what is known of it. */
    public record Member(SourceId source, List<Held> evidence) {

        public Member {
            evidence = List.copyOf(evidence);
        }
    }

    /** A fact that a member holds. */
    public record Held(Fact fact, Sightings sightings) {}

    /** A link that the evidence suggests and a rule forbids. */
    public record RefusedLink(SourceId from, SourceId to, Identifier identifier, String rule) {}

    public ProfileSnapshot {
        members = List.copyOf(members);
        refused = List.copyOf(refused);
    }

    public ProfileKey key() {
        return new ProfileKey(workspace, profile);
    }
}
