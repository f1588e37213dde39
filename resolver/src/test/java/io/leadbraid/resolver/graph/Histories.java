package io.leadbraid.resolver.graph;

import io.leadbraid.model.Decision;
import io.leadbraid.model.DecisionId;
import io.leadbraid.model.EventId;
import io.leadbraid.model.Fact;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.Origin;
import io.leadbraid.model.ProfileSnapshot.Held;
import io.leadbraid.model.Ruling;
import io.leadbraid.model.Sightings;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.Trait;
import io.leadbraid.model.Trust;
import io.leadbraid.model.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Random histories in a world so small that everybody meets everybody. */
final class Histories {

    private static final WorkspaceId WORKSPACE = new WorkspaceId(new UUID(0, 1));
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final List<String> TELEGRAMS = List.of("telegram", "telegram:second");

    private final Random random;
    private final int sources;
    private final int values;
    private final int length;
    private final List<Ruling> rulings = new ArrayList<>();
    private long seq;

    private Histories(Random random, int sources, int values, int length) {
        this.random = random;
        this.sources = sources;
        this.values = values;
        this.length = length;
        for (int ruling = random.nextInt(5); ruling > 0; ruling--) {
            rulings.add(ruling());
        }
    }

    static Histories small(Random random) {
        return new Histories(random, 2 + random.nextInt(5), 1 + random.nextInt(3), 1 + random.nextInt(10));
    }

    static Histories large(Random random) {
        return new Histories(random, 2 + random.nextInt(20), 1 + random.nextInt(8), 1 + random.nextInt(70));
    }

    /** Limits so narrow that they matter, and some values that are blocked. */
    static GraphPolicy policy(Random random) {
        Set<Identifier> blocked = random.nextInt(3) == 0
                ? Set.of(Identifier.phone("v0"), Identifier.email("v1"), Identifier.nickname("telegram", "v0"))
                : Set.of();
        return GraphPolicy.DEFAULT
                .withCaps(1 + random.nextInt(8), 1 + random.nextInt(8))
                .withMostAccounts(1 + random.nextInt(4))
                .with(new BlockedValues(blocked))
                .with(
                        random.nextBoolean()
                                ? Set.of(new GraphPolicy.Namespace(Identifier.Kind.KEY, "passport"))
                                : Set.of())
                .with(random.nextInt(3) == 0 ? Histories::isAnotherName : NameContradiction.SILENT);
    }

    /** Of v0, v1, v2, ... those more than one apart are different people's. */
    private static boolean isAnotherName(Set<String> one, Set<String> other) {
        return Collections.disjoint(one, other)
                && one.stream().anyMatch(a -> other.stream().anyMatch(b -> Math.abs(a.charAt(1) - b.charAt(1)) > 1));
    }

    List<Line> next() {
        List<Line> history = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            history.add(
                    rulings.isEmpty() || random.nextInt(3) > 0
                            ? seen()
                            : turn(random.nextInt(rulings.size()), random.nextBoolean()));
        }
        return history;
    }

    /** A line for each source, so that none is known by a decision alone. */
    List<Line> everybody() {
        return IntStream.range(0, sources).mapToObj(i -> seen(named(i), fact())).toList();
    }

    /** Strangers who come with platform accounts of their own, and all state one and the same. */
    List<Line> crowd() {
        Identifier shared = identifier();
        List<Line> crowd = new ArrayList<>();
        for (int i = 1 + random.nextInt(12); i > 0; i--) {
            SourceId stranger = new SourceId("x" + i);
            crowd.add(seen(stranger, Identifier.id("avito", "x" + i), Trust.VERIFIED));
            crowd.add(seen(stranger, shared, Trust.STATED));
        }
        Collections.shuffle(crowd, random);
        return crowd;
    }

    Ruling.Retraction takenBack(List<Line> crowd) {
        Set<SourceId> strangers = new HashSet<>();
        Set<Fact> shared = new HashSet<>();
        for (Line line : crowd) {
            if (line instanceof Line.Seen(SourceId source, Held held)) {
                strangers.add(source);
                shared.add(held.fact());
            }
        }
        return new Ruling.Retraction(
                strangers,
                shared.stream()
                        .filter(fact -> !fact.canonical().startsWith("id:avito"))
                        .findAny()
                        .orElseThrow());
    }

    /** The same set in another order, a part of it twice. */
    List<Line> again(List<Line> history) {
        List<Line> again = new ArrayList<>(history);
        history.stream().filter(line -> random.nextInt(3) == 0).forEach(again::add);
        Collections.shuffle(again, random);
        return again;
    }

    Line.Decided turn(int ruling, boolean on) {
        return decided("d" + ruling, on, rulings.get(ruling));
    }

    Line.Decided decided(String id, boolean on, Ruling ruling) {
        seq++;
        return new Line.Decided(
                new Decision(Decision.SCHEMA, WORKSPACE, new DecisionId(id), seq, List.of(), on, START, ruling));
    }

    Ruling ruling() {
        return switch (random.nextInt(8)) {
            case 0 -> new Ruling.KeepApart(someSources());
            case 1 -> new Ruling.SharedIdentifier(identifier());
            case 2, 3 -> new Ruling.Retraction(someSources(), fact());
            case 4, 5 -> separation();
            default -> assertion();
        };
    }

    Ruling.Assertion assertion() {
        return new Ruling.Assertion(someSources(), random.nextBoolean() ? identifier() : given());
    }

    Ruling.Separation separation() {
        Set<SourceId> one = someSources();
        Set<SourceId> other = new HashSet<>(someSources());
        other.removeAll(one);
        return new Ruling.Separation(List.of(one, other));
    }

    private Identifier given() {
        Identifier.Kind kind = random.nextBoolean() ? Identifier.Kind.CONTACT : Identifier.Kind.MERGE;
        return new Identifier(kind, "", "v" + random.nextInt(values));
    }

    private Set<SourceId> someSources() {
        Set<SourceId> some = new HashSet<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            some.add(source());
        }
        return some;
    }

    private SourceId source() {
        return named(random.nextInt(sources));
    }

    private static SourceId named(int number) {
        return new SourceId((number < 10 ? "s0" : "s") + number);
    }

    private Line seen() {
        return seen(source(), fact());
    }

    private Line seen(SourceId source, Fact fact) {
        return seen(source, fact, trust());
    }

    private Line seen(SourceId source, Fact fact, Trust trust) {
        Instant at = START.plus(Duration.ofHours(random.nextInt(24 * 20)));
        Origin origin = new Origin(new EventId("e" + random.nextInt(1000)), at, "text");
        return new Line.Seen(source, new Held(fact, Sightings.once(fact, trust, origin)));
    }

    Fact fact() {
        return random.nextInt(8) == 0 ? Trait.name("v" + random.nextInt(values)) : identifier();
    }

    private Identifier identifier() {
        String value = "v" + random.nextInt(values);
        return switch (random.nextInt(7)) {
            case 0 -> Identifier.phone(value);
            case 1 -> Identifier.email(random.nextInt(3) == 0 ? "info@" + value : value);
            case 2 -> new Identifier(Identifier.Kind.KEY, "passport", value);
            case 3, 4 -> Identifier.id(TELEGRAMS.get(random.nextInt(2)), value);
            default -> Identifier.nickname("telegram", value);
        };
    }

    private Trust trust() {
        return switch (random.nextInt(5)) {
            case 0 -> Trust.MENTIONED;
            case 1, 2 -> Trust.STATED;
            default -> Trust.VERIFIED;
        };
    }
}
