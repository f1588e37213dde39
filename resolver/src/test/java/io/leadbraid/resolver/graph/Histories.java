package io.leadbraid.resolver.graph;

import io.leadbraid.model.EventId;
import io.leadbraid.model.Fact;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.Origin;
import io.leadbraid.model.ProfileSnapshot.Held;
import io.leadbraid.model.Sightings;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.Trait;
import io.leadbraid.model.Trust;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Random histories in a world so small that everybody meets everybody. */
final class Histories {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final List<String> TELEGRAMS = List.of("telegram", "telegram:second");

    private final Random random;
    private final int sources;
    private final int values;

    Histories(Random random) {
        this.random = random;
        this.sources = 2 + random.nextInt(20);
        this.values = 1 + random.nextInt(8);
    }

    /** Limits so narrow that they matter, and some values that are blocked. */
    static GraphPolicy policy(Random random) {
        Set<Identifier> blocked = random.nextInt(3) == 0
                ? Set.of(Identifier.phone("v0"), Identifier.email("v1"), Identifier.nickname("telegram", "v0"))
                : Set.of();
        return GraphPolicy.DEFAULT
                .withCaps(1 + random.nextInt(8), 1 + random.nextInt(8))
                .withMostAccounts(1 + random.nextInt(4))
                .blocking(new BlockedValues(blocked));
    }

    List<Line> next() {
        List<Line> history = new ArrayList<>();
        int length = 1 + random.nextInt(60);
        for (int i = 0; i < length; i++) {
            history.add(line());
        }
        return history;
    }

    /** The same set in another order, a part of it twice. */
    List<Line> again(List<Line> history) {
        List<Line> again = new ArrayList<>(history);
        history.stream().filter(line -> random.nextInt(3) == 0).forEach(again::add);
        Collections.shuffle(again, random);
        return again;
    }

    private Line line() {
        SourceId source = new SourceId("s%02d".formatted(random.nextInt(sources)));
        Fact fact = fact("v" + random.nextInt(values));
        Instant at = START.plus(Duration.ofHours(random.nextInt(24 * 20)));
        Origin origin = new Origin(new EventId("e" + random.nextInt(1000)), at, "text");
        return new Line(source, new Held(fact, Sightings.once(fact, trust(), origin)));
    }

    private Fact fact(String value) {
        return switch (random.nextInt(8)) {
            case 0 -> Trait.name(value);
            case 1 -> Identifier.phone(value);
            case 2 -> Identifier.email(value);
            case 3 -> new Identifier(Identifier.Kind.KEY, "passport", value);
            case 4, 5 -> Identifier.id(TELEGRAMS.get(random.nextInt(2)), value);
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
