package io.leadbraid.simulator;

import io.leadbraid.simulator.population.Parameters;
import io.leadbraid.simulator.population.Place;
import io.leadbraid.simulator.population.Population;
import io.leadbraid.simulator.sending.Instance;
import io.leadbraid.simulator.sending.Refusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code leadbraid simulate}: traffic with a known truth, and what the product makes of it. */
@Command(
        name = "simulate",
        description = "Lets people with a known truth write to a running instance, and measures its leads against it.",
        footer = {
            "Use an instance of its own for figures: what is there already may know the same people.",
            "Parameters and what they mean: population.properties in the sources of the simulator."
        },
        mixinStandardHelpOptions = true)
public final class SimulateCommand implements Callable<Integer> {

    private static final int BLOCKS = 10;
    private static final int LAST_WORDS_SECONDS = 90;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--url",
            defaultValue = "http://localhost:8080",
            description = "The instance (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private URI url;

    @Option(
            names = "--key",
            description = "An API key of it (default: LEADBRAID_API_KEY, else what is in data/api-key).")
    private @Nullable String key;

    @Option(names = "--people", defaultValue = "1000", description = "How many (default: ${DEFAULT-VALUE}).")
    private int people;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "The same seed, the same people (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--rate", defaultValue = "100", description = "Posts a second (default: ${DEFAULT-VALUE}).")
    private int rate;

    @Option(
            names = "--channels",
            split = ",",
            defaultValue = "telegram,whatsapp,avito,form,push",
            description = "Which kinds, with commas between (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String[] channels;

    @Option(names = "--population", description = "A file of parameters in place of the built-in ones.")
    private @Nullable Path population;

    @Option(names = "--report", description = "Write the whole report there too, as JSON.")
    private @Nullable Path report;

    @Option(
            names = "--patience",
            defaultValue = "120",
            description = "Seconds without news after which to give up waiting for leads (default: ${DEFAULT-VALUE}).")
    private int patience;

    @Option(names = "--delete-channels", description = "Remove the simulated channels afterwards; their leads stay.")
    private boolean deleteChannels;

    @Override
    public Integer call() throws Exception {
        check(people > 0, "--people has to be 1 or more.");
        check(rate > 0, "--rate has to be 1 or more.");
        check(patience > 0, "--patience has to be 1 or more.");
        check(url.getScheme() != null && url.getScheme().startsWith("http"), "--url has to begin with http.");
        Population.Wish wish = new Population.Wish(
                parameters(), seed, (int) Math.floorMod(seed, (long) BLOCKS), people, Instant.now(), kinds(), false);
        Instance instance = new Instance(url, key());
        AtomicBoolean stopped = new AtomicBoolean();
        CountDownLatch done = new CountDownLatch(1);
        Thread onInterrupt = onInterrupt(stopped, done);
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        try {
            return run(instance, wish, stopped);
        } finally {
            done.countDown();
            if (!stopped.get()) {
                var unused = Runtime.getRuntime().removeShutdownHook(onInterrupt);
            }
        }
    }

    private int run(Instance instance, Population.Wish wish, AtomicBoolean stopped) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.println("People are made up from seed " + seed + " ...");
        out.flush();
        Progress progress = ProgressOnTerminal.isThere() ? new ProgressOnTerminal() : new ProgressInLines(out);
        try {
            Population crowd = Population.of(wish);
            Simulation.Settings settings = new Simulation.Settings(rate, Duration.ofSeconds(patience), deleteChannels);
            Report made = new Simulation(instance, crowd, settings, progress, stopped::get).run();
            out.print(made.asText());
            out.flush();
            if (report != null) {
                Files.writeString(report, made.asJson(), StandardCharsets.UTF_8);
            }
            return 0;
        } catch (Refusal refusal) {
            return failed(refusal.getMessage());
        } catch (IOException failure) {
            return failed(url + " does not answer (" + failure + ").");
        }
    }

    private int failed(@Nullable String sentence) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("leadbraid: " + sentence);
        err.flush();
        return 1;
    }

    /** Ctrl-C: the report so far, and then the end. */
    private static Thread onInterrupt(AtomicBoolean stopped, CountDownLatch done) {
        return Thread.ofPlatform().name("stop").unstarted(() -> {
            stopped.set(true);
            try {
                var unused = done.await(LAST_WORDS_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException again) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private Parameters parameters() {
        if (population == null) {
            return Parameters.defaults();
        }
        try {
            return Parameters.of(population);
        } catch (IOException | IllegalArgumentException unusable) {
            String reason =
                    unusable instanceof NoSuchFileException ? "there is no such file" : "" + unusable.getMessage();
            throw new ParameterException(spec.commandLine(), population + ": " + reason, unusable);
        }
    }

    private Set<Place.Kind> kinds() {
        Set<Place.Kind> kinds = EnumSet.noneOf(Place.Kind.class);
        for (String channel : channels) {
            kinds.add(Place.Kind.ofLabel(channel.strip())
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(),
                            "--channels: there is no " + channel
                                    + "; there are telegram, whatsapp, avito, form, push.")));
        }
        return kinds;
    }

    private String key() {
        String given = key == null ? System.getenv("LEADBRAID_API_KEY") : key;
        if (given != null && !given.isBlank()) {
            return given;
        }
        try {
            return Files.readString(Path.of("data", "api-key")).strip();
        } catch (IOException none) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Which API key? Give --key, or LEADBRAID_API_KEY; there is no data/api-key here.",
                    none);
        }
    }

    private void check(boolean good, String otherwise) {
        if (!good) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }
}
