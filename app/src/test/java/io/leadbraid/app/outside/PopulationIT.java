package io.leadbraid.app.outside;

import io.leadbraid.simulator.population.Population;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random people in random order become the leads that their evidence says, and nothing they write is lost or doubled. */
@ExtendWith(RunningLeadbraid.class)
class PopulationIT {

    private static final int PEOPLE = 500;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void makesTheLeadsThatTheEvidenceSays(int seed, Outside outside) throws Exception {
        Population population = Crowd.population(seed, seed, PEOPLE);
        Crowd crowd = Crowd.at(outside, population);

        Mirror mirror = new Mirror(outside, crowd);
        Sending sending = new Sending(crowd);
        sending.allTaken(outside, population.part().posts());
        CrowdChecks.awaitShown(mirror, population.part());

        sending.allTaken(outside, population.coda().posts());

        CrowdChecks.assertShown(mirror, population.whole());
    }
}
