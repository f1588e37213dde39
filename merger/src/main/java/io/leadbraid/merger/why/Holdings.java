package io.leadbraid.merger.why;

import io.leadbraid.merger.rules.Link;
import io.leadbraid.merger.rules.Links;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.ProfileSnapshot;
import io.leadbraid.model.ProfileSnapshot.Member;
import io.leadbraid.model.Sightings;
import io.leadbraid.model.SourceId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** By what each source of some profiles is known. */
final class Holdings {

    private final Map<SourceId, Map<Identifier, Sightings>> bySource = new HashMap<>();

    Holdings(Collection<ProfileSnapshot> profiles) {
        profiles.stream().flatMap(profile -> profile.members().stream()).forEach(this::add);
    }

    private void add(Member member) {
        Map<Identifier, Sightings> held = bySource.computeIfAbsent(member.source(), first -> new LinkedHashMap<>());
        member.evidence().forEach(one -> {
            if (one.fact() instanceof Identifier identifier) {
                held.put(identifier, one.sightings());
            }
        });
    }

    Optional<Sightings> of(SourceId source, Identifier identifier) {
        return Optional.ofNullable(held(source).get(identifier));
    }

    /** What would link the two, if no rule stood against it. */
    Optional<Link> link(SourceId one, SourceId other, Identifier identifier) {
        return of(one, identifier)
                .filter(its -> Links.canLink(identifier, its))
                .flatMap(its -> of(other, identifier)
                        .filter(theirs -> Links.canLink(identifier, theirs))
                        .map(theirs -> Link.between(one, its, other, theirs, identifier)));
    }

    /** Which customer it is, where it is the address of none but a customer that was known before. */
    Stream<Identifier> contacts(SourceId source) {
        return held(source).keySet().stream().filter(identifier -> identifier.kind() == Identifier.Kind.CONTACT);
    }

    private Map<Identifier, Sightings> held(SourceId source) {
        return bySource.getOrDefault(source, Map.of());
    }
}
