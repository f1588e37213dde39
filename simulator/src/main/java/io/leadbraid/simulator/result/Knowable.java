package io.leadbraid.simulator.result;

import io.leadbraid.simulator.population.Address;
import io.leadbraid.simulator.population.Claim;
import io.leadbraid.simulator.population.Handle;
import io.leadbraid.simulator.population.Whose;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which addresses of one person can be known for one: those that a chain of handles leads to, each claimed by two of his
 * addresses. What others claim makes nobody one.
 */
final class Knowable {

    private final Map<Address, Address> above = new HashMap<>();

    private record Shared(int person, Handle handle) {}

    Knowable(Map<Address, Whose> truth, Collection<Claim> claims) {
        Map<Shared, Address> first = new HashMap<>();
        for (Claim claim : claims) {
            Whose whose = truth.get(claim.by());
            if (whose != null) {
                join(claim.by(), first.computeIfAbsent(new Shared(whose.person(), claim.handle()), none -> claim.by()));
            }
        }
    }

    static Knowable also(Map<Address, Whose> truth, Collection<Claim> claims, Collection<Claim> mentions) {
        List<Claim> all = Stream.concat(claims.stream(), mentions.stream()).toList();
        return new Knowable(truth, all);
    }

    boolean asOne(Address one, Address other) {
        return top(one).equals(top(other));
    }

    private void join(Address one, Address other) {
        Address top = top(one);
        Address otherTop = top(other);
        if (!top.equals(otherTop)) {
            above.put(top, otherTop);
        }
    }

    private Address top(Address of) {
        Address address = of;
        while (above.containsKey(address)) {
            address = Objects.requireNonNull(above.get(address));
        }
        return address;
    }

    /** The handles that both claim themselves. */
    static Map<Address, Set<Handle>> byAddress(Collection<Claim> claims) {
        Map<Address, Set<Handle>> handles = new HashMap<>();
        claims.forEach(claim ->
                handles.computeIfAbsent(claim.by(), none -> new HashSet<>()).add(claim.handle()));
        return handles;
    }
}
