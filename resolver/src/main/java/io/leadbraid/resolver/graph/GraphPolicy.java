package io.leadbraid.resolver.graph;

import io.leadbraid.model.Identifier;
import io.leadbraid.model.ProfileSnapshot.Held;
import io.leadbraid.model.Trust;

/**
 * The numbers and the table by which evidence links.
 *
 * @param largestProfile the most sources that one profile may have
 * @param mostHolders an identifier with more holders than this says nothing about anyone, and links nothing
 */
public record GraphPolicy(int largestProfile, int mostHolders) {

    public static final GraphPolicy DEFAULT = new GraphPolicy(200, 200);

    public GraphPolicy {
        if (largestProfile < 1 || mostHolders < 1) {
            throw new IllegalArgumentException("a profile and an identifier have room for at least one source");
        }
    }

    /** Whether this is an identifier that is trusted enough to link its source to others. */
    public boolean links(Held held) {
        return held.fact() instanceof Identifier identifier
                && held.sightings().trust().atLeast(leastTrust(identifier.kind()));
    }

    private static Trust leastTrust(Identifier.Kind kind) {
        return switch (kind) {
            case MERGE, CONTACT -> Trust.ASSERTED;
            case ID, KEY, PHONE, EMAIL, NICKNAME -> Trust.STATED;
        };
    }
}
