package io.leadbraid.merger.rules;

import io.leadbraid.model.DecisionId;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.SourceId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Decisions in force that stand against merging by itself.
 *
 * @param separated on which sides of which separations sources stand
 * @param keptApart on which sides of which keep-aparts
 * @param shared identifiers that make nobody known who only states them
 */
public record Orders(Map<SourceId, Set<Side>> separated, Map<SourceId, Set<Side>> keptApart, Set<Identifier> shared) {

    public static final Orders NONE = new Orders(Map.of(), Map.of(), Set.of());

    /** One of the sides between which a decision stands. */
    public record Side(DecisionId decision, int number) {}

    public Orders {
        separated = Map.copyOf(separated);
        keptApart = Map.copyOf(keptApart);
        shared = Set.copyOf(shared);
    }

    /** Whether anybody of the one is another person than anybody of the other. */
    public boolean separate(Collection<SourceId> one, Collection<SourceId> other) {
        return standsBetween(separated, one, other);
    }

    /** Whether any lead of the one is to be another than any of the other. */
    public boolean keepApart(Collection<SourceId> one, Collection<SourceId> other) {
        return standsBetween(keptApart, one, other);
    }

    public boolean tellApart(Collection<SourceId> one, Collection<SourceId> other) {
        return separate(one, other) || keepApart(one, other);
    }

    boolean refute(Link link) {
        return link.isStated() && shared.contains(link.identifier());
    }

    private static boolean standsBetween(
            Map<SourceId, Set<Side>> sides, Collection<SourceId> one, Collection<SourceId> other) {
        if (sides.isEmpty()) {
            return false;
        }
        Map<DecisionId, Set<Integer>> here = new HashMap<>();
        one.stream()
                .flatMap(source -> sides.getOrDefault(source, Set.of()).stream())
                .forEach(side -> here.computeIfAbsent(side.decision(), first -> new HashSet<>())
                        .add(side.number()));
        return other.stream()
                .flatMap(source -> sides.getOrDefault(source, Set.of()).stream())
                .anyMatch(side -> here.getOrDefault(side.decision(), Set.of()).stream()
                        .anyMatch(number -> number != side.number()));
    }
}
