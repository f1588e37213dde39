package io.leadbraid.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SightingsTest {

    private static final Identifier NICKNAME = Identifier.nickname("telegram", "anna");
    private static final Identifier EMAIL = Identifier.email("anna@example.com");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void mergesToTheSameValueInAnyOrderAndWithRepeats(long seed) {
        Random random = new Random(seed);
        for (int history = 0; history < 500; history++) {
            List<Sightings> seen = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(12); i++) {
                seen.add(anySighting(random));
            }
            Sightings expected = merged(seen);

            List<Sightings> again = new ArrayList<>(seen);
            again.addAll(seen.subList(0, random.nextInt(seen.size() + 1)));
            Collections.shuffle(again, random);

            assertThat(merged(again)).isEqualTo(expected);
        }
    }

    @Test
    void mergingIsAssociative() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            Sightings a = anySighting(random);
            Sightings b = anySighting(random);
            Sightings c = anySighting(random);

            assertThat(a.merge(b).merge(c)).isEqualTo(a.merge(b.merge(c)));
        }
    }

    @Test
    void keepsTheHighestTrustTheEarliestOriginAndEveryDay() {
        Sightings stated = Sightings.once(NICKNAME, Trust.STATED, origin("b", "2026-03-02T10:00:00Z"));
        Sightings verified = Sightings.once(NICKNAME, Trust.VERIFIED, origin("c", "2026-03-05T10:00:00Z"));

        Sightings both = verified.merge(stated);

        assertThat(both.trust()).isEqualTo(Trust.VERIFIED);
        assertThat(both.first()).isEqualTo(stated.first());
        assertThat(both.days().runs()).hasSize(2);
        assertThat(both.days().last() - both.days().first()).isEqualTo(3);
    }

    @Test
    void keepsNoDaysOfIdentifiersThatDoNotChangeHands() {
        assertThat(Sightings.once(EMAIL, Trust.STATED, origin("a", "2026-03-02T10:00:00Z"))
                        .days()
                        .isEmpty())
                .isTrue();
    }

    private static Sightings anySighting(Random random) {
        Trust trust = Trust.values()[random.nextInt(Trust.values().length)];
        Instant at = Instant.ofEpochSecond(1_700_000_000L + random.nextInt(20) * 43_200L);
        return Sightings.once(NICKNAME, trust, new Origin(new EventId("e" + random.nextInt(5)), at, "text"));
    }

    private static Sightings merged(List<Sightings> seen) {
        return seen.stream().reduce(Sightings::merge).orElseThrow();
    }

    private static Origin origin(String event, String at) {
        return new Origin(new EventId(event), Instant.parse(at), "text");
    }
}
