package io.leadbraid.resolver.graph;

import io.leadbraid.model.Identifier;
import io.leadbraid.model.ProfileSnapshot.Held;
import io.leadbraid.model.Trust;
import java.util.Set;

/**
 * The numbers and the table by which evidence links.
 *
 * @param largestProfile the most sources that one profile may have
 * @param mostHolders an identifier with more holders than this says nothing about anyone, and links nothing
 * @param mostAccounts an identifier that more platform accounts hold than this links only those whom a platform knows by
 *     it
 * @param blocked values that link nobody who only states them
 * @param oncePerPerson what a person has one of, besides a contact, such as a passport's number
 * @param names which names stand against a link that is only stated
 */
public record GraphPolicy(
        int largestProfile,
        int mostHolders,
        int mostAccounts,
        BlockedValues blocked,
        Set<Namespace> oncePerPerson,
        NameContradiction names) {

    public static final GraphPolicy DEFAULT =
            new GraphPolicy(200, 200, 10, BlockedValues.USUAL, Set.of(), NameContradiction.SILENT);

    /** Where identifiers are unique: a kind, and what stands before its values. */
    public record Namespace(Identifier.Kind kind, String name) {

        static final Namespace CONTACTS = new Namespace(Identifier.Kind.CONTACT, "");

        static Namespace of(Identifier identifier) {
            return new Namespace(identifier.kind(), identifier.namespace());
        }
    }

    public GraphPolicy {
        if (largestProfile < 1 || mostHolders < 1 || mostAccounts < 1) {
            throw new IllegalArgumentException("a profile and an identifier have room for at least one source");
        }
        oncePerPerson = Set.copyOf(oncePerPerson);
    }

    public GraphPolicy withCaps(int largestProfile, int mostHolders) {
        return new GraphPolicy(largestProfile, mostHolders, mostAccounts, blocked, oncePerPerson, names);
    }

    public GraphPolicy withMostAccounts(int mostAccounts) {
        return new GraphPolicy(largestProfile, mostHolders, mostAccounts, blocked, oncePerPerson, names);
    }

    public GraphPolicy with(BlockedValues blocked) {
        return new GraphPolicy(largestProfile, mostHolders, mostAccounts, blocked, oncePerPerson, names);
    }

    public GraphPolicy with(Set<Namespace> oncePerPerson) {
        return new GraphPolicy(largestProfile, mostHolders, mostAccounts, blocked, oncePerPerson, names);
    }

    public GraphPolicy with(NameContradiction names) {
        return new GraphPolicy(largestProfile, mostHolders, mostAccounts, blocked, oncePerPerson, names);
    }

    boolean isOncePerPerson(Namespace namespace) {
        return namespace.equals(Namespace.CONTACTS) || oncePerPerson.contains(namespace);
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
