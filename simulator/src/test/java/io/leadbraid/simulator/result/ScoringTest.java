package io.leadbraid.simulator.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbraid.simulator.population.Address;
import io.leadbraid.simulator.population.Population;
import io.leadbraid.simulator.population.Whose;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoringTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private final Population population = Population.of(7, 0, 150, NOW);
    private final Map<Address, Whose> truth = population.truth();
    private final List<Address> addresses = List.copyOf(truth.keySet());

    @Test
    void findsNothingToBlameWhereEachPersonIsOneLead() {
        Score score =
                Scoring.of(population, seen(address -> "lead " + whose(address).person()));

        assertThat(score.precision()).isEqualTo(1);
        assertThat(score.recall()).isEqualTo(1);
        assertThat(score.wrongPairs()).isEmpty();
        assertThat(score.missedPairs()).isEmpty();
    }

    @Test
    void saysOfLeadsThatWereNeverMergedWhatCouldHaveBeenKnown() {
        Score score = Scoring.of(population, seen(address -> "lead of " + address));

        assertThat(score.recall()).isZero();
        assertThat(score.recallOfKnowable()).isZero();
        assertThat(score.missed()).containsKeys(Score.UNKNOWABLE, "impatient");
        assertThat(sum(score.missed())).isEqualTo(score.truePairs());
        assertThat(score.missed().get(Score.UNKNOWABLE)).isLessThan((int) score.truePairs());
    }

    @Test
    void agreesWithASlowObviousCount() {
        Random random = new Random(11);
        List<SeenSource> seen = seen(address -> "lead " + whose(address).person() / (1 + random.nextInt(3)));

        Score score = Scoring.of(population, seen);

        long merged = 0;
        long right = 0;
        long missed = 0;
        for (SeenSource one : seen) {
            for (SeenSource other : seen) {
                boolean same =
                        whose(one.address()).person() == whose(other.address()).person();
                boolean together = one.lead().equals(other.lead());
                if (!one.equals(other)) {
                    merged += together ? 1 : 0;
                    right += together && same ? 1 : 0;
                    missed += same && !together ? 1 : 0;
                }
            }
        }
        assertThat(score.mergedPairs()).isEqualTo(merged / 2).isPositive();
        assertThat(score.right()).isEqualTo(right / 2).isPositive();
        assertThat(score.missedPairs()).hasSize((int) missed / 2).isNotEmpty();
        assertThat(score.wrongPairs()).hasSize((int) (merged - right) / 2);
        assertThat(sum(score.wrong()) + sum(score.misled()))
                .isEqualTo(score.wrongPairs().size());
        assertThat(sum(score.missed())).isEqualTo(score.missedPairs().size());
    }

    private Whose whose(Address address) {
        return java.util.Objects.requireNonNull(truth.get(address));
    }

    private List<SeenSource> seen(java.util.function.Function<Address, String> lead) {
        List<SeenSource> seen = new ArrayList<>();
        addresses.forEach(address -> seen.add(new SeenSource(address, "source of " + address, lead.apply(address), 1)));
        return seen;
    }

    private static long sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToLong(Integer::longValue).sum();
    }
}
