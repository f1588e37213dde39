package io.leadbraid.app.outside;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbraid.simulator.Progress;
import io.leadbraid.simulator.Report;
import io.leadbraid.simulator.Simulation;
import io.leadbraid.simulator.population.Parameters;
import io.leadbraid.simulator.population.Population;
import io.leadbraid.simulator.result.Score;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What {@code ./leadbraid simulate} does, against the running product: its leads beside the truth. */
@ExtendWith(RunningLeadbraid.class)
class SimulationIT {

    private static final int PEOPLE = 300;
    private static final int BLOCK = 6;
    private static final int RATE = 120;

    @Test
    void mergesNobodyWhoOnlyLooksAlikeAndMissesNothingThatIsKnown(Outside outside) throws Exception {
        Population population = Population.of(
                new Population.Wish(Parameters.defaults(), 46, BLOCK, PEOPLE, Instant.now(), Crowd.CHANNELS, false));

        Report report = new Simulation(
                        outside.asInstance(),
                        population,
                        new Simulation.Settings(RATE, Duration.ofSeconds(40), true),
                        new Silent(),
                        () -> false)
                .run();

        Score score = report.score();
        assertThat(report.complete()).as(report.asText()).isTrue();
        assertThat(report.tally().taken()).isEqualTo(report.tally().posts());
        assertThat(score.sources()).isEqualTo(population.truth().size());
        assertThat(score.wrong()).as(report.asText()).isEmpty();
        assertThat(score.precisionApart()).isEqualTo(1);
        assertThat(score.recallOfKnowable()).as(report.asText()).isEqualTo(1);
        assertThat(score.missed().keySet()).isSubsetOf(Score.UNKNOWABLE, Score.MENTIONED);
        assertAddsUp(score);
        assertThat(report.asJson()).contains("\"truePairs\" : " + score.truePairs());
    }

    private static void assertAddsUp(Score score) {
        assertThat(score.right() + score.wrongPairs().size()).isEqualTo(score.mergedPairs());
        assertThat(score.right() + score.missedPairs().size()).isEqualTo(score.truePairs());
        assertThat(sum(score.wrong()) + sum(score.misled()))
                .isEqualTo(score.wrongPairs().size());
        assertThat(sum(score.missed())).isEqualTo(score.missedPairs().size());
    }

    private static long sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToLong(Integer::longValue).sum();
    }

    private static final class Silent implements Progress {

        @Override
        public void begin(String what, long steps) {}

        @Override
        public void at(long step) {}

        @Override
        public void end() {}
    }
}
