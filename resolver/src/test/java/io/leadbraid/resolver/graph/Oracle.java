package io.leadbraid.resolver.graph;

import io.leadbraid.model.Days;
import io.leadbraid.model.Decision;
import io.leadbraid.model.DecisionId;
import io.leadbraid.model.EventId;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.Identifier.Kind;
import io.leadbraid.model.Origin;
import io.leadbraid.model.ProfileSnapshot;
import io.leadbraid.model.ProfileSnapshot.RefusedLink;
import io.leadbraid.model.Ruling;
import io.leadbraid.model.Sightings;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.Trait;
import io.leadbraid.model.Trust;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Slow and obvious: from the whole set of evidence and decisions, all pairs, one list, one loop. Shares no code with the graph. */
final class Oracle {

    private final GraphPolicy policy;
    private final Map<Identifier, Map<SourceId, Sightings>> table = new TreeMap<>();
    private final Map<SourceId, Set<String>> names = new HashMap<>();
    private final Set<SourceId> sources = new TreeSet<>();
    private final Set<RefusedLink> blocked = new HashSet<>();
    private final List<List<Set<SourceId>>> separations = new ArrayList<>();
    private final Set<Identifier> shared = new HashSet<>();

    record Answer(Set<Set<SourceId>> clusters, Set<RefusedLink> refused) {

        /** Without clusters that have nobody of the other's. */
        Answer among(Answer other) {
            Set<SourceId> known = other.clusters().stream().flatMap(Set::stream).collect(Collectors.toSet());
            return new Answer(
                    clusters.stream().filter(cluster -> meet(cluster, known)).collect(Collectors.toSet()), refused);
        }
    }

    private record Pair(Identifier shared, SourceId a, SourceId b, Trust trust, Instant since) {}

    Oracle(GraphPolicy policy, List<Line> history) {
        this.policy = policy;
        Map<DecisionId, Decision> decisions = new TreeMap<>();
        for (Line line : history) {
            switch (line) {
                case Line.Seen(SourceId source, ProfileSnapshot.Held held) -> {
                    sources.add(source);
                    if (held.fact() instanceof Trait name) {
                        names.computeIfAbsent(source, none -> new TreeSet<>()).add(name.value());
                    }
                    if (held.fact() instanceof Identifier identifier) {
                        table.computeIfAbsent(identifier, none -> new TreeMap<>())
                                .merge(source, held.sightings(), Sightings::merge);
                    }
                }
                case Line.Decided(Decision decision) ->
                    decisions.merge(decision.id(), decision, (a, b) -> a.seq() > b.seq() ? a : b);
            }
        }
        decisions.values().forEach(decision -> name(decision.ruling()));
        decisions.values().removeIf(decision -> !decision.on());
        decisions.values().forEach(this::retract);
        decisions.values().forEach(this::take);
        table.forEach((identifier, holders) -> holders.values().removeIf(seen -> !counts(identifier, seen)));
        policy.blocked().own().forEach(this::block);
    }

    private void name(Ruling ruling) {
        switch (ruling) {
            case Ruling.Assertion(var named, var identifier) -> sources.addAll(named);
            case Ruling.Retraction(var named, var fact) -> sources.addAll(named);
            case Ruling.Separation(var groups) -> groups.forEach(sources::addAll);
            case Ruling.KeepApart says -> {}
            case Ruling.SharedIdentifier says -> {}
        }
    }

    private void retract(Decision decision) {
        if (decision.ruling() instanceof Ruling.Retraction(var named, Identifier identifier)) {
            table.getOrDefault(identifier, new TreeMap<>()).keySet().removeAll(named);
        }
        if (decision.ruling() instanceof Ruling.Retraction(var named, Trait name)) {
            named.forEach(source -> names.getOrDefault(source, new TreeSet<>()).remove(name.value()));
        }
    }

    private void take(Decision decision) {
        switch (decision.ruling()) {
            case Ruling.Assertion(var named, var identifier) -> {
                Origin origin = new Origin(new EventId(decision.id().value()), decision.at(), "decision");
                named.forEach(source -> table.computeIfAbsent(identifier, none -> new TreeMap<>())
                        .merge(source, Sightings.once(identifier, Trust.ASSERTED, origin), Sightings::merge));
            }
            case Ruling.Separation(var groups) -> separations.add(groups);
            case Ruling.SharedIdentifier(var identifier) -> shared.add(identifier);
            case Ruling.Retraction done -> {}
            case Ruling.KeepApart says -> {}
        }
    }

    private static boolean counts(Identifier identifier, Sightings seen) {
        return Set.of(Kind.CONTACT, Kind.MERGE).contains(identifier.kind())
                ? seen.trust() == Trust.ASSERTED
                : seen.trust() != Trust.MENTIONED;
    }

    private void block(Identifier identifier) {
        Map<SourceId, Sightings> holders = table.getOrDefault(identifier, Map.of());
        holders.entrySet().removeIf(holder -> {
            boolean stated = holder.getValue().trust() == Trust.STATED;
            if (stated) {
                blocked.add(new RefusedLink(holder.getKey(), holder.getKey(), identifier, "blocked"));
            }
            return stated;
        });
    }

    Answer answer() {
        List<Pair> pairs = new ArrayList<>();
        Set<RefusedLink> refused = new HashSet<>(blocked);
        table.forEach((identifier, holders) -> {
            if (holders.size() > policy.mostHolders()) {
                holders.keySet().forEach(a -> refused.add(new RefusedLink(a, a, identifier, "over-shared")));
                return;
            }
            boolean many = shared.contains(identifier) || isHeldByManyAccounts(identifier);
            if (many) {
                String rule = shared.contains(identifier) ? "shared" : "over-shared";
                holders.keySet().stream()
                        .filter(a -> !verified(identifier, a))
                        .forEach(a -> refused.add(new RefusedLink(a, a, identifier, rule)));
            }
            for (SourceId a : holders.keySet()) {
                for (SourceId b : holders.keySet()) {
                    if (a.compareTo(b) < 0 && !(many && !(verified(identifier, a) && verified(identifier, b)))) {
                        Sightings x = holders.get(a);
                        Sightings y = holders.get(b);
                        Trust weaker = x.trust().compareTo(y.trust()) < 0 ? x.trust() : y.trust();
                        Instant later = x.first().at().isAfter(y.first().at())
                                ? x.first().at()
                                : y.first().at();
                        pairs.add(new Pair(identifier, a, b, weaker, later));
                    }
                }
            }
        });
        pairs.sort(Comparator.comparing((Pair pair) -> -pair.trust().ordinal())
                .thenComparing(pair -> pair.shared().kind().ordinal())
                .thenComparing(Pair::since)
                .thenComparing(pair -> pair.shared().namespace())
                .thenComparing(pair -> pair.shared().value())
                .thenComparing(pair -> pair.a().value())
                .thenComparing(pair -> pair.b().value()));
        return solve(pairs, refused);
    }

    private Answer solve(List<Pair> pairs, Set<RefusedLink> refused) {
        Map<SourceId, Set<SourceId>> cluster = new HashMap<>();
        sources.forEach(source -> cluster.put(source, Set.of(source)));
        List<RefusedLink> tried = new ArrayList<>();
        for (Pair pair : pairs) {
            Set<SourceId> all = new TreeSet<>(cluster.get(pair.a()));
            all.addAll(cluster.get(pair.b()));
            if (all.size() == cluster.get(pair.a()).size()) {
                continue;
            }
            String rule = ruleAgainst(pair, cluster.get(pair.a()), cluster.get(pair.b()));
            if (rule.isEmpty()) {
                all.forEach(source -> cluster.put(source, all));
            } else {
                tried.add(new RefusedLink(pair.a(), pair.b(), pair.shared(), rule));
            }
        }
        Set<Set<Object>> told = new HashSet<>();
        for (RefusedLink link : tried) {
            Set<SourceId> a = cluster.get(link.from());
            Set<SourceId> b = cluster.get(link.to());
            if (!a.equals(b) && told.add(Set.of(a, b, link.identifier()))) {
                refused.add(link);
            }
        }
        return new Answer(new HashSet<>(cluster.values()), refused);
    }

    private String ruleAgainst(Pair pair, Set<SourceId> one, Set<SourceId> other) {
        for (List<Set<SourceId>> groups : separations) {
            for (Set<SourceId> group : groups) {
                for (Set<SourceId> another : groups) {
                    if (group != another && meet(group, one) && meet(another, other)) {
                        return "separated";
                    }
                }
            }
        }
        if (pair.trust() != Trust.ASSERTED) {
            if (differ(verified(Kind.CONTACT, "", one), verified(Kind.CONTACT, "", other))) {
                return "different-contacts";
            }
            for (GraphPolicy.Namespace once : policy.oncePerPerson()) {
                if (differ(verified(once.kind(), once.name(), one), verified(once.kind(), once.name(), other))) {
                    return "once-per-person";
                }
            }
            if (pair.shared().value().startsWith("info@")) {
                return "role-mailbox";
            }
            if (pair.trust() == Trust.STATED && policy.names().between(names(one), names(other))) {
                return "different-names";
            }
        }
        if (pair.shared().kind() == Kind.NICKNAME) {
            boolean a = verified(pair.shared(), pair.a());
            boolean b = verified(pair.shared(), pair.b());
            if (a && b && differ(ids(pair.a(), "telegram"), ids(pair.b(), "telegram"))) {
                return "nickname-of-two-accounts";
            }
            if (!a && !b && table.get(pair.shared()).keySet().stream().anyMatch(s -> verified(pair.shared(), s))) {
                return "nickname-held-by-another";
            }
            if (a != b && !nearest(pair.shared(), a ? pair.b() : pair.a()).equals(a ? pair.a() : pair.b())) {
                return "nickname-held-by-another";
            }
        }
        return one.size() + other.size() > policy.largestProfile() ? "profile-too-large" : "";
    }

    private static boolean meet(Set<SourceId> some, Set<SourceId> others) {
        return some.stream().anyMatch(others::contains);
    }

    private Set<Identifier> verified(Kind kind, String namespace, Set<SourceId> some) {
        return table.keySet().stream()
                .filter(identifier ->
                        identifier.kind() == kind && identifier.namespace().equals(namespace))
                .filter(identifier -> table.get(identifier).keySet().stream()
                        .anyMatch(holder -> some.contains(holder) && verified(identifier, holder)))
                .collect(Collectors.toSet());
    }

    private Set<String> names(Set<SourceId> some) {
        Set<String> all = new TreeSet<>();
        some.forEach(source -> all.addAll(names.getOrDefault(source, Set.of())));
        return all;
    }

    private boolean verified(Identifier identifier, SourceId source) {
        return table.get(identifier).get(source).trust() != Trust.STATED;
    }

    /** Accounts are poured together while any two of them share an id. */
    private boolean isHeldByManyAccounts(Identifier identifier) {
        if (Set.of(Kind.ID, Kind.CONTACT, Kind.MERGE).contains(identifier.kind())) {
            return false;
        }
        if (table.get(identifier).size() <= policy.mostAccounts()) {
            return false;
        }
        List<Set<Identifier>> accounts = new ArrayList<>();
        table.get(identifier).keySet().stream()
                .map(holder -> ids(holder, ""))
                .filter(ids -> !ids.isEmpty())
                .forEach(accounts::add);
        for (int i = 0; i < accounts.size(); i++) {
            for (int j = 0; j < accounts.size(); j++) {
                if (i != j && !differ(accounts.get(i), accounts.get(j))) {
                    Set<Identifier> both = new HashSet<>(accounts.get(i));
                    both.addAll(accounts.get(j));
                    accounts.remove(Math.max(i, j));
                    accounts.set(Math.min(i, j), both);
                    i = 0;
                    j = -1;
                }
            }
        }
        return accounts.size() > policy.mostAccounts();
    }

    private Set<Identifier> ids(SourceId source, String platform) {
        return table.entrySet().stream()
                .filter(row -> row.getKey().kind() == Kind.ID
                        && row.getKey().namespace().startsWith(platform))
                .filter(row -> row.getValue().containsKey(source))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static boolean differ(Set<Identifier> one, Set<Identifier> other) {
        return !one.isEmpty() && !other.isEmpty() && one.stream().noneMatch(other::contains);
    }

    private SourceId nearest(Identifier nickname, SourceId claimant) {
        long best = Long.MAX_VALUE;
        SourceId found = claimant;
        for (SourceId holder : table.get(nickname).keySet()) {
            if (verified(nickname, holder)) {
                long gap = gap(days(nickname, claimant), days(nickname, holder));
                if (gap < best) {
                    best = gap;
                    found = holder;
                }
            }
        }
        return found;
    }

    private Set<Long> days(Identifier nickname, SourceId source) {
        return table.get(nickname).get(source).days().runs().stream()
                .flatMap(Oracle::each)
                .collect(Collectors.toSet());
    }

    private static Stream<Long> each(Days.Run run) {
        return LongStream.rangeClosed(run.first(), run.last()).boxed();
    }

    private static long gap(Set<Long> mine, Set<Long> theirs) {
        return mine.stream()
                .flatMap(a -> theirs.stream().map(b -> Math.abs(a - b)))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }
}
