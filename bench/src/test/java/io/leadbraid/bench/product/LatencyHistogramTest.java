package io.leadbraid.bench.product;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatencyHistogramTest {

    @Test
    void tellsTheBoundThatAShareOfEventsSinceThenDoesNotExceed() {
        LatencyHistogram before = LatencyHistogram.parse(page(50, 50, 50));
        LatencyHistogram after = LatencyHistogram.parse(page(60, 148, 150));

        LatencyHistogram since = after.since(before);

        assertThat(since.millisAt(0.1)).contains(10.0);
        assertThat(since.millisAt(0.98)).contains(250.0);
        assertThat(since.millisAt(0.99)).contains(Double.POSITIVE_INFINITY);
    }

    @Test
    void tellsNothingWithoutEvents() {
        assertThat(LatencyHistogram.parse("# nothing").millisAt(0.5)).isEmpty();
    }

    private static String page(int upToTen, int upToQuarter, int all) {
        return """
                # TYPE leadbraid_post_to_lead_seconds histogram
                leadbraid_post_to_lead_seconds_bucket{le="0.01"} %d
                leadbraid_post_to_lead_seconds_bucket{le="0.25"} %d
                leadbraid_post_to_lead_seconds_bucket{le="+Inf"} %d
                leadbraid_post_to_lead_seconds_count %d
                """.formatted(upToTen, upToQuarter, all, all);
    }
}
