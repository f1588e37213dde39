package io.leadbraid.simulator.population;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Things of which some are more frequent than others. */
final class Weighted<T> {

    private final List<T> items = new ArrayList<>();
    private final List<Double> upTo = new ArrayList<>();

    static <T> Weighted<T> of(Map<T, ? extends Number> weights) {
        Weighted<T> weighted = new Weighted<>();
        weights.forEach((item, weight) -> weighted.add(item, weight.doubleValue()));
        return weighted;
    }

    void add(T item, double weight) {
        if (weight < 0) {
            throw new IllegalArgumentException("a weight below zero");
        }
        if (weight > 0) {
            items.add(item);
            upTo.add(sum() + weight);
        }
    }

    double sum() {
        return upTo.isEmpty() ? 0 : upTo.getLast();
    }

    int size() {
        return items.size();
    }

    T pick(Dice dice) {
        double point = dice.share() * sum();
        int low = 0;
        int high = items.size() - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (point < upTo.get(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return items.get(low);
    }
}
