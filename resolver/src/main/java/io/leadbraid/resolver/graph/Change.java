package io.leadbraid.resolver.graph;

import io.leadbraid.model.ProfileId;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What new evidence does to the profiles.
 *
 * @param profiles those that are new or differ from before
 * @param ceased those whose sources are all in others now
 */
public record Change(Set<Profile> profiles, Set<ProfileId> ceased) {

    static final Change NONE = new Change(Set.of(), Set.of());

    static Change between(Set<Profile> before, Set<Profile> after) {
        Set<Profile> changed = new HashSet<>(after);
        changed.removeAll(before);
        Set<ProfileId> ceased = before.stream().map(Profile::id).collect(Collectors.toCollection(HashSet::new));
        after.forEach(profile -> ceased.remove(profile.id()));
        return new Change(Set.copyOf(changed), Set.copyOf(ceased));
    }
}
