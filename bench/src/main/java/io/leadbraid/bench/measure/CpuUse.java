package io.leadbraid.bench.measure;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Processor seconds by group of threads. */
public record CpuUse(Map<String, Double> seconds) {

    public static final CpuUse NONE = new CpuUse(Map.of());

    public CpuUse {
        seconds = Map.copyOf(seconds);
    }

    public CpuUse plus(CpuUse other) {
        Map<String, Double> sum = new HashMap<>(seconds);
        other.seconds.forEach((group, more) -> sum.merge(group, more, Double::sum));
        return new CpuUse(sum);
    }

    /** What was used since; a group that is unknown at the earlier moment began at zero. */
    public CpuUse since(CpuUse earlier) {
        Map<String, Double> difference = new HashMap<>();
        seconds.forEach((group, now) ->
                difference.put(group, Math.max(0, now - earlier.seconds.getOrDefault(group, 0.0))));
        return new CpuUse(difference);
    }

    public double total() {
        return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    public double of(String group) {
        return seconds.getOrDefault(group, 0.0);
    }

    /** Groups from the greatest use to the least. */
    public List<String> groups() {
        return seconds.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
