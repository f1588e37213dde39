package io.leadbraid.bench.pipeline;

import io.leadbraid.bench.load.Schedule;
import io.leadbraid.bench.measure.Latencies;
import io.leadbraid.bench.product.ProductDatabase;
import io.leadbraid.bench.stream.Expectation;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Looks from outside when what was expected of an event can be seen in the database. It looks every few milliseconds, by
 * one statement for all that is awaited, so a time is too long by at most that.
 */
final class Probe implements Intake.Watch {

    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(4);
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

    private final ProductDatabase database;
    private final List<Expectation> expectations;
    private final List<Long> toLead = new ArrayList<>();
    private final List<Long> toMerged = new ArrayList<>();
    private final FutureTask<Seen> looking = new FutureTask<>(this::look);
    private Schedule schedule = new Schedule(0, 1);
    private int missing;

    /** @param expectations in the order of their events */
    Probe(ProductDatabase database, List<Expectation> expectations) {
        this.database = database;
        this.expectations = List.copyOf(expectations);
    }

    /** So many expectations of each kind, evenly spread, so that looking costs little. */
    static List<Expectation> sample(List<Expectation> all, int ofEachKind) {
        Map<Boolean, List<Expectation>> kinds = all.stream()
                .collect(Collectors.partitioningBy(
                        expectation -> expectation.with().isPresent()));
        return kinds.values().stream()
                .flatMap(kind -> IntStream.range(0, kind.size())
                        .filter(i -> i % Math.max(1, kind.size() / ofEachKind) == 0)
                        .mapToObj(kind::get))
                .sorted(Comparator.comparingInt(Expectation::event))
                .toList();
    }

    @Override
    public void begin(Schedule schedule) {
        this.schedule = schedule;
        Thread.ofPlatform().name("probe").daemon().start(looking);
    }

    private Seen look() throws SQLException {
        List<Expectation> awaited = new ArrayList<>();
        int next = 0;
        while (next < expectations.size() || !awaited.isEmpty()) {
            int due = schedule.dueBy(System.nanoTime());
            while (next < expectations.size() && expectations.get(next).event() < due) {
                awaited.add(expectations.get(next++));
            }
            if (!awaited.isEmpty()) {
                Map<String, String> leads = leadsOf(awaited);
                settle(awaited, leads, System.nanoTime());
            }
            LockSupport.parkNanos(LOOK);
        }
        return new Seen(latencies(toLead), latencies(toMerged), missing);
    }

    private Map<String, String> leadsOf(List<Expectation> awaited) throws SQLException {
        Set<String> sources = new HashSet<>();
        for (Expectation expectation : awaited) {
            sources.add(expectation.source());
            expectation.with().ifPresent(sources::add);
        }
        return database.leadsOf(sources);
    }

    private void settle(List<Expectation> awaited, Map<String, String> leads, long now) {
        for (Iterator<Expectation> each = awaited.iterator(); each.hasNext(); ) {
            Expectation expectation = each.next();
            long since = now - schedule.due(expectation.event());
            if (isMet(expectation, leads)) {
                (expectation.with().isEmpty() ? toLead : toMerged).add(since);
                each.remove();
            } else if (since > PATIENCE) {
                missing++;
                each.remove();
            }
        }
    }

    private static boolean isMet(Expectation expectation, Map<String, String> leads) {
        String lead = leads.get(expectation.source());
        return lead != null
                && expectation
                        .with()
                        .map(other -> lead.equals(leads.get(other)))
                        .orElse(true);
    }

    /** Waits for the last expectation. */
    Seen seen() throws InterruptedException, ExecutionException {
        return looking.get();
    }

    private static Latencies latencies(List<Long> nanos) {
        return Latencies.of(nanos.stream().mapToLong(Long::longValue).toArray());
    }

    /**
     * @param toLead from the scheduled post of a new source until it has a lead
     * @param toMerged from the scheduled post that joins two sources until they are on one lead
     * @param missing expectations that were not met in time
     */
    record Seen(Latencies toLead, Latencies toMerged, int missing) {}
}
