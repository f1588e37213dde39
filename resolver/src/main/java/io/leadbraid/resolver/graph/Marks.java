package io.leadbraid.resolver.graph;

import io.leadbraid.model.Decision;
import io.leadbraid.model.DecisionId;
import io.leadbraid.model.EventId;
import io.leadbraid.model.Fact;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.Origin;
import io.leadbraid.model.ProfileSnapshot.Held;
import io.leadbraid.model.Sightings;
import io.leadbraid.model.Trust;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What people have decided about a source.
 *
 * @param asserted what it has, because somebody said so
 * @param retracted what it does not have, whatever it tells
 * @param sides the number of its group in each separation
 */
record Marks(List<Register<Held>> asserted, List<Register<Fact>> retracted, List<Register<Integer>> sides) {

    static final Marks NONE = new Marks(List.of(), List.of(), List.of());

    private static final String PLACE = "decision";

    Marks asserting(Decision decision, Identifier identifier) {
        Origin origin = new Origin(new EventId(decision.id().value()), decision.at(), PLACE);
        Held held = new Held(identifier, Sightings.once(identifier, Trust.ASSERTED, origin));
        return new Marks(Register.with(asserted, Register.of(decision, held)), retracted, sides);
    }

    Marks retracting(Decision decision, Fact fact) {
        return new Marks(asserted, Register.with(retracted, Register.of(decision, fact)), sides);
    }

    Marks onSide(Decision decision, int side) {
        return new Marks(asserted, retracted, Register.with(sides, Register.of(decision, side)));
    }

    Map<DecisionId, Integer> sidesInForce() {
        return sides.isEmpty()
                ? Map.of()
                : sides.stream().filter(Register::on).collect(Collectors.toMap(Register::decision, Register::says));
    }

    boolean sayNothingOfFacts() {
        return asserted.isEmpty() && retracted.isEmpty();
    }

    /** What the source has told, without what was retracted, and with what was asserted. */
    List<Held> over(List<Held> evidence) {
        Map<Fact, Held> facts = new LinkedHashMap<>();
        evidence.forEach(held -> facts.put(held.fact(), held));
        for (Register<Fact> untrue : retracted) {
            if (untrue.on()) {
                facts.remove(untrue.says());
            }
        }
        for (Register<Held> given : asserted) {
            if (given.on()) {
                facts.merge(given.says().fact(), given.says(), Marks::merged);
            }
        }
        return List.copyOf(facts.values());
    }

    private static Held merged(Held one, Held other) {
        return new Held(one.fact(), one.sightings().merge(other.sightings()));
    }
}
