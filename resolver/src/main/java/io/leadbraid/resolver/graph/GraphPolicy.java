package io.leadbraid.resolver.graph;

import io.leadbraid.model.Identifier;
import io.leadbraid.model.ProfileSnapshot.Held;
import io.leadbraid.model.Trust;

/**
 * The numbers and the table by which evidence links.
 *
 * @param largestProfile the most sources that one profile may have
 * @param mostHolders an identifier with more holders than this says nothing about anyone, and links nothing
 * @param mostAccounts an identifier that more platform accounts hold than this links only those whom a platform knows by
 *     it
 * @param blocked values that link nobody who only states them
 */
public record GraphPolicy(int largestProfile, int mostHolders, int mostAccounts, BlockedValues blocked) {

    public static final GraphPolicy DEFAULT = new GraphPolicy(200, 200, 10, BlockedValues.USUAL);

    public GraphPolicy {
        if (largestProfile < 1 || mostHolders < 1 || mostAccounts < 1) {
            throw new IllegalArgumentException("a profile and an identifier have room for at least one source");
        }
    }

    public GraphPolicy withCaps(int largestProfile, int mostHolders) {
        return new GraphPolicy(largestProfile, mostHolders, mostAccounts, blocked);
    }

    public GraphPolicy withMostAccounts(int mostAccounts) {
        return new GraphPolicy(largestProfile, mostHolders, mostAccounts, blocked);
    }

    public GraphPolicy blocking(BlockedValues blocked) {
        return new GraphPolicy(largestProfile, mostHolders, mostAccounts, blocked);
    }

    /** Whether this is an identifier that is trusted enough to link its source to others. */
    public boolean links(Held held) {
        return held.fact() instanceof Identifier identifier
                && held.sightings().trust().atLeast(leastTrust(identifier.kind()))
                && !isBlocked(held);
    }

    /** Whether somebody states a value that is blocked. */
    boolean isBlocked(Held held) {
        return held.sightings().trust() == Trust.STATED
                && held.fact() instanceof Identifier identifier
                && blocked.contains(identifier);
    }

    /** Whether many may share such an identifier by mistake; the others are given by us, or by the platform alone. */
    static boolean canBeOverShared(Identifier.Kind kind) {
        return switch (kind) {
            case MERGE, CONTACT, ID -> false;
            case KEY, PHONE, EMAIL, NICKNAME -> true;
        };
    }

    private static Trust leastTrust(Identifier.Kind kind) {
        return switch (kind) {
            case MERGE, CONTACT -> Trust.ASSERTED;
            case ID, KEY, PHONE, EMAIL, NICKNAME -> Trust.STATED;
        };
    }
}
