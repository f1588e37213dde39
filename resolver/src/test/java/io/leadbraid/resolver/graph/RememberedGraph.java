package io.leadbraid.resolver.graph;

import io.leadbraid.model.Identifier;
import io.leadbraid.model.ProfileId;
import io.leadbraid.model.ProfileSnapshot.RefusedLink;
import io.leadbraid.model.SourceId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The graph of one workspace in memory, with the profiles as a reader of the topic would have them. */
final class RememberedGraph implements GraphState {

    final Map<SourceId, ComponentId> sourceHomes = new HashMap<>();
    final Map<Identifier, Home> identifierHomes = new HashMap<>();
    final Map<ComponentId, Map<SourceId, KnownSource>> components = new HashMap<>();
    final Map<Identifier, Set<SourceId>> overShared = new HashMap<>();
    final Map<ProfileId, Profile> profiles = new HashMap<>();
    int reads;
    int writes;

    int readsUntilFailure = Integer.MAX_VALUE;

    static final class CrashException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private void read() {
        reads++;
        readsUntilFailure--;
        if (readsUntilFailure < 0) {
            throw new CrashException();
        }
    }

    void apply(Change change) {
        change.profiles().forEach(profile -> profiles.put(profile.id(), profile));
        change.ceased().forEach(profiles::remove);
    }

    /** Of each profile its sources, one after the other. */
    List<String> profileNames() {
        return profiles.values().stream()
                .map(profile -> profile.members().stream()
                        .map(member -> member.source().value())
                        .reduce("", String::concat))
                .toList();
    }

    List<RefusedLink> refusedLinks() {
        return profiles.values().stream()
                .map(Profile::refused)
                .flatMap(Collection::stream)
                .distinct()
                .toList();
    }

    @Override
    public Optional<ComponentId> homeOf(SourceId source) {
        read();
        return Optional.ofNullable(sourceHomes.get(source));
    }

    @Override
    public Optional<Home> homeOf(Identifier identifier) {
        read();
        return Optional.ofNullable(identifierHomes.get(identifier));
    }

    @Override
    public Component component(ComponentId id) {
        read();
        return Component.of(id, components.getOrDefault(id, Map.of()).values());
    }

    @Override
    public void put(ComponentId component, KnownSource source) {
        writes++;
        components.computeIfAbsent(component, none -> new HashMap<>()).put(source.id(), source);
    }

    @Override
    public void remove(ComponentId component, SourceId source) {
        writes++;
        Map<SourceId, KnownSource> rows = components.getOrDefault(component, new HashMap<>());
        rows.remove(source);
        if (rows.isEmpty()) {
            components.remove(component);
        }
    }

    @Override
    public void settle(SourceId source, ComponentId component) {
        writes++;
        sourceHomes.put(source, component);
    }

    @Override
    public void settle(Identifier identifier, Home home) {
        writes++;
        identifierHomes.put(identifier, home);
    }

    @Override
    public void unsettle(Identifier identifier) {
        writes++;
        identifierHomes.remove(identifier);
    }

    @Override
    public void removeHolder(Identifier identifier, SourceId source) {
        writes++;
        Set<SourceId> holders = overShared.getOrDefault(identifier, new HashSet<>());
        holders.remove(source);
        if (holders.isEmpty()) {
            overShared.remove(identifier);
        }
    }

    @Override
    public Set<SourceId> holders(Identifier identifier, int most) {
        read();
        return overShared.getOrDefault(identifier, Set.of()).stream()
                .limit(most)
                .collect(Collectors.toSet());
    }

    @Override
    public void addHolder(Identifier identifier, SourceId source) {
        writes++;
        overShared.computeIfAbsent(identifier, none -> new HashSet<>()).add(source);
    }
}
