package io.leadbraid.resolver.graph;

import io.leadbraid.model.DecisionId;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.Trait;
import io.leadbraid.model.Trust;
import io.leadbraid.resolver.graph.GraphPolicy.Namespace;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What of joined sources can stand against joining more: a person has only one of each. */
final class Persona {

    private static final int MANY_NAMES = 8;

    private final Map<DecisionId, Integer> sides = new HashMap<>();
    private final Map<Namespace, Set<Identifier>> unique = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final Map<Persona, Compared> compared = new HashMap<>();

    /** Names only become more, so their numbers tell whether a comparison still holds. Many links ask for the same one. */
    private record Compared(int own, int others, boolean unlike) {}

    void add(KnownSource source, GraphPolicy policy) {
        sides.putAll(source.sides());
        source.facts().forEach(held -> {
            switch (held.fact()) {
                case Identifier identifier -> {
                    Namespace namespace = Namespace.of(identifier);
                    if (policy.isOncePerPerson(namespace)
                            && policy.links(held)
                            && held.sightings().trust().atLeast(Trust.VERIFIED)) {
                        unique.computeIfAbsent(namespace, none -> new HashSet<>())
                                .add(identifier);
                    }
                }
                case Trait trait -> {
                    if (trait.kind() == Trait.Kind.NAME) {
                        names.add(trait.value());
                    }
                }
            }
        });
    }

    void absorb(Persona other) {
        sides.putAll(other.sides);
        other.unique.forEach((namespace, identifiers) ->
                unique.computeIfAbsent(namespace, none -> new HashSet<>()).addAll(identifiers));
        names.addAll(other.names);
    }

    /** Whether anything in it could stand against anything else in it. */
    boolean isDisputable(NameContradiction contradiction) {
        return !sides.isEmpty()
                || unique.values().stream().anyMatch(identifiers -> identifiers.size() > 1)
                || (!contradiction.isSilent() && (names.size() > MANY_NAMES || hasTwoNames(contradiction)));
    }

    private boolean hasTwoNames(NameContradiction contradiction) {
        return names.stream()
                .anyMatch(one -> names.stream()
                        .anyMatch(other ->
                                one.compareTo(other) < 0 && contradiction.between(Set.of(one), Set.of(other))));
    }

    /** Whether somebody said of a source of each that they are different people. */
    boolean isSeparatedFrom(Persona other) {
        return sides.entrySet().stream()
                .anyMatch(side -> other.sides.containsKey(side.getKey())
                        && !side.getValue().equals(other.sides.get(side.getKey())));
    }

    /** Whether each has what a person has once, and it is not the same. */
    boolean hasOtherContactThan(Persona other) {
        return differs(other, Namespace.CONTACTS);
    }

    boolean hasOtherDocumentThan(Persona other) {
        return unique.keySet().stream()
                .filter(namespace -> !namespace.equals(Namespace.CONTACTS))
                .anyMatch(namespace -> differs(other, namespace));
    }

    private boolean differs(Persona other, Namespace namespace) {
        Set<Identifier> mine = unique.getOrDefault(namespace, Set.of());
        Set<Identifier> theirs = other.unique.getOrDefault(namespace, Set.of());
        return !mine.isEmpty() && !theirs.isEmpty() && Collections.disjoint(mine, theirs);
    }

    boolean isNamedUnlike(Persona other, NameContradiction contradiction) {
        if (names.isEmpty() || other.names.isEmpty()) {
            return false;
        }
        Compared known = compared.get(other);
        if (known == null || known.own() != names.size() || known.others() != other.names.size()) {
            boolean unlike = contradiction.between(Set.copyOf(names), Set.copyOf(other.names));
            known = new Compared(names.size(), other.names.size(), unlike);
            compared.put(other, known);
        }
        return known.unlike();
    }
}
