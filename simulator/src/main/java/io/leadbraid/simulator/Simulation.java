package io.leadbraid.simulator;

import io.leadbraid.simulator.population.Address;
import io.leadbraid.simulator.population.Part;
import io.leadbraid.simulator.population.Population;
import io.leadbraid.simulator.population.Post;
import io.leadbraid.simulator.result.Leads;
import io.leadbraid.simulator.result.Score;
import io.leadbraid.simulator.result.Scoring;
import io.leadbraid.simulator.result.SeenSource;
import io.leadbraid.simulator.result.Settling;
import io.leadbraid.simulator.result.Settling.Settled;
import io.leadbraid.simulator.sending.Doors;
import io.leadbraid.simulator.sending.Instance;
import io.leadbraid.simulator.sending.Sender;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** One run: a population writes to an instance, and its leads are compared with the truth. */
public final class Simulation {

    private final Instance instance;
    private final Population population;
    private final Settings settings;
    private final Progress progress;
    private final BooleanSupplier stopped;

    /**
     * @param rate posts a second
     * @param patience how long the product may show nothing new while something is missing
     * @param deleteChannels whether the channels go when the run is over; their leads stay
     */
    public record Settings(int rate, Duration patience, boolean deleteChannels) {}

    /** @param stopped whether somebody wants the report now */
    public Simulation(
            Instance instance, Population population, Settings settings, Progress progress, BooleanSupplier stopped) {
        this.instance = instance;
        this.population = population;
        this.settings = settings;
        this.progress = progress;
        this.stopped = stopped;
    }

    /**
     * @throws IOException when the instance does not answer
     * @throws io.leadbraid.simulator.sending.Refusal when it does not let the simulator in
     */
    public Report run() throws IOException {
        long begin = System.nanoTime();
        Doors doors = Doors.open(instance, population.places());
        Sender sender = new Sender(instance, doors, settings.rate(), stopped);
        Part whole = population.whole();
        Leads leads = new Leads(instance, doors, population.places(), whole.tags());
        Settling settling = new Settling(leads, settings.patience(), stopped);
        send(sender, "Sending", population.part().inTime());
        if (!population.coda().posts().isEmpty() && !stopped.getAsBoolean()) {
            var unused = settle(settling, sender, "Waiting for the leads");
            send(sender, "Sending what was said last", population.coda().inTime());
        }
        Settled settled = settle(settling, sender, "Waiting for all leads");
        Score score = Scoring.of(population, settled.sources());
        if (settings.deleteChannels()) {
            doors.close(instance);
        }
        return new Report(
                sender.tally(),
                score,
                settled.complete(),
                Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0);
    }

    private void send(Sender sender, String what, List<Post> posts) {
        progress.begin(what, posts.size());
        try {
            sender.send(posts, progress::at);
        } finally {
            progress.end();
        }
    }

    private Settled settle(Settling settling, Sender sender, String what) throws IOException {
        Map<Address, Long> expected = new Part(List.copyOf(sender.taken()), List.of()).messages();
        progress.begin(
                what, expected.values().stream().mapToLong(Long::longValue).sum());
        try {
            return settling.await(expected, this::isAllMerged, progress::at);
        } finally {
            progress.end();
        }
    }

    private boolean isAllMerged(List<SeenSource> sources) {
        return Scoring.of(population, sources).recallOfKnowable() == 1;
    }
}
