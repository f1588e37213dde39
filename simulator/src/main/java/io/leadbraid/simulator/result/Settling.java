package io.leadbraid.simulator.result;

import io.leadbraid.simulator.population.Address;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Waits until the product has worked everything off: all messages are there, and its leads no longer change. Nobody outside
 * can see more of that.
 */
public final class Settling {

    private static final Duration QUIET = Duration.ofSeconds(4);
    private static final Duration QUIET_WITH_GAPS = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Leads leads;
    private final Duration patience;
    private final BooleanSupplier stopped;

    /** @param patience how long nothing may change while something is missing */
    public Settling(Leads leads, Duration patience, BooleanSupplier stopped) {
        this.leads = leads;
        this.patience = patience;
        this.stopped = stopped;
    }

    /**
     * What it shows in the end.
     *
     * @param complete whether all that was expected is there
     */
    public record Settled(List<SeenSource> sources, boolean complete) {}

    private record Shown(Map<Address, Long> messages, Set<Set<Address>> together) {

        private static Shown of(List<SeenSource> sources) {
            Map<Address, Long> messages = new HashMap<>();
            Map<String, Set<Address>> byLead = new HashMap<>();
            sources.forEach(source -> {
                messages.merge(source.address(), source.messages(), Long::sum);
                byLead.computeIfAbsent(source.lead(), none -> new HashSet<>()).add(source.address());
            });
            return new Shown(messages, Set.copyOf(byLead.values()));
        }

        private long arrived(Map<Address, Long> expected) {
            return expected.entrySet().stream()
                    .mapToLong(entry -> Math.min(entry.getValue(), messages.getOrDefault(entry.getKey(), 0L)))
                    .sum();
        }
    }

    /**
     * @param expected how many messages each address has written
     * @param merged whether all is one that can be known for one
     * @param progress is told how many messages are there
     */
    public Settled await(Map<Address, Long> expected, Predicate<List<SeenSource>> merged, LongConsumer progress)
            throws IOException {
        long all = expected.values().stream().mapToLong(Long::longValue).sum();
        @Nullable Shown before = null;
        long changed = System.nanoTime();
        while (true) {
            long begin = System.nanoTime();
            List<SeenSource> sources = leads.sources();
            Shown shown = Shown.of(sources);
            long arrived = shown.arrived(expected);
            progress.accept(arrived);
            if (!shown.equals(before)) {
                changed = begin;
                before = shown;
            }
            Duration still = Duration.ofNanos(System.nanoTime() - changed);
            boolean complete = arrived == all;
            if (stopped.getAsBoolean() || still.compareTo(wanted(complete, merged.test(sources))) > 0) {
                return new Settled(sources, complete);
            }
            LockSupport.parkNanos(Math.max(PAUSE.toNanos(), System.nanoTime() - begin));
        }
    }

    private Duration wanted(boolean complete, boolean merged) {
        if (!complete) {
            return patience;
        }
        return merged ? QUIET : QUIET_WITH_GAPS;
    }
}
