package io.leadbraid.app.outside;

import io.leadbraid.simulator.population.Address;
import io.leadbraid.simulator.population.Claim;
import io.leadbraid.simulator.population.Handle;
import io.leadbraid.simulator.population.Part;
import io.leadbraid.simulator.population.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Who is one person, slow and obvious: every pair of claims to the same handle is looked at, and linked addresses are
 * poured together until nothing changes.
 */
final class Oracle {

    private static final int MOST_ACCOUNTS = 10;

    private final Map<Handle, List<Holder>> holders = new LinkedHashMap<>();
    private final Map<Address, Set<Handle>> ids = new HashMap<>();

    /** Everything that one address has claimed of one handle. */
    private record Holder(Address address, boolean verified, Set<Long> days) {

        private static Holder of(Address address, List<Claim> claims) {
            return new Holder(
                    address,
                    claims.stream().anyMatch(Claim::verified),
                    claims.stream().map(Claim::day).collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    private Oracle(Collection<Claim> claims) {
        claims.stream()
                .collect(Collectors.groupingBy(Claim::handle, LinkedHashMap::new, Collectors.toList()))
                .forEach((handle, about) -> holders.put(
                        handle,
                        about.stream()
                                .collect(Collectors.groupingBy(Claim::by, LinkedHashMap::new, Collectors.toList()))
                                .entrySet()
                                .stream()
                                .map(by -> Holder.of(by.getKey(), by.getValue()))
                                .toList()));
        claims.stream()
                .filter(claim -> claim.handle().kind() == Handle.Kind.ID)
                .forEach(claim ->
                        ids.computeIfAbsent(claim.by(), none -> new HashSet<>()).add(claim.handle()));
    }

    /** Who has to be one lead: the addresses of each. */
    static Set<Set<Address>> people(Part part) {
        return people(part.messages().keySet(), part.claims());
    }

    static Set<Set<Address>> people(Collection<Address> addresses, Collection<Claim> claims) {
        Oracle oracle = new Oracle(claims);
        Map<Address, Set<Address>> people = new HashMap<>();
        addresses.forEach(address -> people.put(address, Set.of(address)));
        oracle.links().forEach(link -> {
            Set<Address> together = new HashSet<>();
            link.forEach(address -> together.addAll(people.get(address)));
            together.forEach(address -> people.put(address, together));
        });
        return Set.copyOf(people.values());
    }

    private List<Set<Address>> links() {
        List<Set<Address>> links = new ArrayList<>();
        holders.forEach((handle, all) -> {
            for (Holder one : all) {
                for (Holder other : all) {
                    if (!one.equals(other) && same(handle, one, other, all)) {
                        links.add(Set.of(one.address(), other.address()));
                    }
                }
            }
        });
        return links;
    }

    private boolean same(Handle handle, Holder one, Holder other, List<Holder> all) {
        return switch (handle.kind()) {
            case ID -> true;
            case PHONE, EMAIL -> areKnownBy(one, other, all);
            case NICKNAME -> areKnownBy(one, other, all) && sameNickname(one, other, all);
        };
    }

    /** What too many accounts have tells nothing of those who only state it. */
    private boolean areKnownBy(Holder one, Holder other, List<Holder> all) {
        return (one.verified() && other.verified()) || accounts(all) <= MOST_ACCOUNTS;
    }

    /** Addresses with an id in common are one account; those without any id, such as forms, are none. */
    private long accounts(List<Holder> all) {
        List<Address> with = all.stream()
                .map(Holder::address)
                .filter(address -> !ids(address).isEmpty())
                .toList();
        Map<Address, Set<Address>> accounts = new HashMap<>();
        with.forEach(address -> accounts.put(address, Set.of(address)));
        for (Address one : with) {
            for (Address other : with) {
                if (!Collections.disjoint(ids(one), ids(other))) {
                    Set<Address> together = new HashSet<>(accounts.get(one));
                    together.addAll(accounts.get(other));
                    together.forEach(address -> accounts.put(address, together));
                }
            }
        }
        return accounts.values().stream().distinct().count();
    }

    private Set<Handle> ids(Address address) {
        return ids.getOrDefault(address, Set.of());
    }

    /**
     * A nickname that the platform vouches for belongs to its user, so nobody else on the platform has it; whoever only
     * states it means the user who had it nearest to that day. While nobody is known to have it, those who state it are one.
     */
    private static boolean sameNickname(Holder one, Holder other, List<Holder> all) {
        List<Holder> verified = all.stream().filter(Holder::verified).toList();
        if (one.verified() && other.verified()) {
            return userOf(one).equals(userOf(other));
        }
        if (one.verified() || other.verified()) {
            Holder owner = one.verified() ? one : other;
            Holder stating = one.verified() ? other : one;
            return usersNearest(stating, verified).contains(userOf(owner));
        }
        return verified.isEmpty();
    }

    private static Set<Object> usersNearest(Holder stating, List<Holder> verified) {
        long nearest = verified.stream()
                .mapToLong(owner -> daysBetween(stating, owner))
                .min()
                .orElseThrow();
        Set<Object> users = verified.stream()
                .filter(owner -> daysBetween(stating, owner) == nearest)
                .map(Oracle::userOf)
                .collect(Collectors.toSet());
        if (users.size() > 1) {
            throw new IllegalStateException("nobody can tell whom " + stating + " means among " + verified);
        }
        return users;
    }

    private static long daysBetween(Holder one, Holder other) {
        return one.days().stream()
                .flatMapToLong(day -> other.days().stream().mapToLong(another -> Math.abs(day - another)))
                .min()
                .orElseThrow();
    }

    /** Telegram knows its users over all bots; elsewhere each account of ours has users of its own. */
    private static Object userOf(Holder holder) {
        return holder.address().place() instanceof Place.Telegram
                ? holder.address().user()
                : holder.address();
    }
}
