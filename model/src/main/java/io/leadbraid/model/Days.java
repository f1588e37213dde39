package io.leadbraid.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A set of UTC days as disjoint runs in order, so that equal sets are equal values. */
public record Days(List<Run> runs) {

    public static final Days NONE = new Days(List.of());

    private static final long SECONDS = 86_400;

    /** Days since 1970-01-01, both ends included. */
    public record Run(long first, long last) {

        public Run {
            if (first > last) {
                throw new IllegalArgumentException("a run of days ends before it begins");
            }
        }
    }

    public Days {
        runs = List.copyOf(runs);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Days of(long[][] ends) {
        return new Days(Stream.of(ends).map(run -> new Run(run[0], run[1])).toList());
    }

    /** As arrays, because Jackson would look up how to write a list of records for each value anew. */
    @JsonValue
    long[][] ends() {
        return runs.stream().map(run -> new long[] {run.first, run.last}).toArray(long[][]::new);
    }

    public static Days of(Instant at) {
        long day = Math.floorDiv(at.getEpochSecond(), SECONDS);
        return new Days(List.of(new Run(day, day)));
    }

    public Days union(Days other) {
        if (other.runs.isEmpty() || equals(other)) {
            return this;
        }
        if (runs.isEmpty()) {
            return other;
        }
        List<Run> sorted = Stream.concat(runs.stream(), other.runs.stream())
                .sorted(Comparator.comparingLong(Run::first))
                .toList();
        List<Run> joined = new ArrayList<>();
        Run open = sorted.getFirst();
        for (Run next : sorted.subList(1, sorted.size())) {
            if (next.first() <= open.last() + 1) {
                open = new Run(open.first(), Math.max(open.last(), next.last()));
            } else {
                joined.add(open);
                open = next;
            }
        }
        joined.add(open);
        return new Days(joined);
    }

    public boolean isEmpty() {
        return runs.isEmpty();
    }

    /** The first day, counted from 1970-01-01. @throws java.util.NoSuchElementException when there is none */
    public long first() {
        return runs.getFirst().first();
    }

    /** The last day, counted from 1970-01-01. @throws java.util.NoSuchElementException when there is none */
    public long last() {
        return runs.getLast().last();
    }
}
