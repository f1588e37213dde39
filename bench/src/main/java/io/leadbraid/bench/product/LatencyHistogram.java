package io.leadbraid.bench.product;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The product's own timer from reception to lead, as its page for Prometheus shows it.
 *
 * @param counts events up to a bound, by the bound in seconds
 */
public record LatencyHistogram(Map<Double, Double> counts) {

    private static final double MILLIS = 1e3;
    private static final Pattern BUCKET = Pattern.compile(
            "(?m)^leadbraid_post_to_lead_seconds_bucket\\{[^}]*le=\"([0-9.Ee+-]+|\\+Inf)\"[^}]*} (\\S+)$");

    public LatencyHistogram {
        counts = Map.copyOf(counts);
    }

    static LatencyHistogram parse(String page) {
        Map<Double, Double> counts = new TreeMap<>();
        for (Matcher bucket = BUCKET.matcher(page); bucket.find(); ) {
            double bound =
                    bucket.group(1).equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bucket.group(1));
            counts.merge(bound, Double.parseDouble(bucket.group(2)), Double::sum);
        }
        return new LatencyHistogram(counts);
    }

    public LatencyHistogram since(LatencyHistogram earlier) {
        Map<Double, Double> difference = new TreeMap<>();
        counts.forEach((bound, count) -> difference.put(bound, count - earlier.counts.getOrDefault(bound, 0.0)));
        return new LatencyHistogram(difference);
    }

    /** The smallest bound in milliseconds that this share of events does not exceed; empty without events. */
    public Optional<Double> millisAt(double share) {
        double all = counts.getOrDefault(Double.POSITIVE_INFINITY, 0.0);
        return new TreeMap<>(counts)
                .entrySet().stream()
                        .filter(bucket -> all > 0 && bucket.getValue() >= share * all)
                        .map(bucket -> bucket.getKey() * MILLIS)
                        .findFirst();
    }
}
