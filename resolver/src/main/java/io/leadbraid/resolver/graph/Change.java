package io.leadbraid.resolver.graph;

import io.leadbraid.model.ProfileId;
import io.leadbraid.model.SourceId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What news does to the profiles.
 *
 * @param profiles those that are new or differ from before, by their ids; and those of whom a decision speaks
 * @param ceased those whose sources are all in others now
 */
public record Change(List<Profile> profiles, Set<ProfileId> ceased) {

    static final Change NONE = new Change(List.of(), Set.of());

    static Change between(Map<ProfileId, Profile> before, Map<ProfileId, Profile> after, Set<SourceId> told) {
        List<Profile> changed = after.values().stream()
                .filter(profile -> !profile.equals(before.get(profile.id())) || profile.holdsAny(told))
                .sorted(Comparator.comparing(profile -> profile.id().value()))
                .toList();
        Set<ProfileId> ceased = new HashSet<>(before.keySet());
        ceased.removeAll(after.keySet());
        return new Change(changed, Set.copyOf(ceased));
    }
}
