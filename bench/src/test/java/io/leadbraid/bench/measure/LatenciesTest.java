package io.leadbraid.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    @Test
    void tellsPercentilesOfAllTimesInAnyOrder() {
        long[] millisDownFromHundred =
                LongStream.rangeClosed(1, 100).map(i -> (101 - i) * 1_000_000).toArray();

        Latencies latencies = Latencies.of(millisDownFromHundred);

        assertThat(latencies.median()).contains(50.0);
        assertThat(latencies.p99()).contains(99.0);
        assertThat(latencies.shown()).isEqualTo("50 / 99 ms");
    }

    @Test
    void hasNoPercentileWithoutATime() {
        Latencies none = Latencies.of(new long[0]);

        assertThat(none.p99()).isEmpty();
        assertThat(none.shown()).isEqualTo("-");
    }
}
