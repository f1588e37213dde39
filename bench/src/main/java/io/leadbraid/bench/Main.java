package io.leadbraid.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code leadbraid bench [NAME...]}: runs the named benchmarks, or all. */
@Command(
        name = "leadbraid bench",
        description = "Measures the product beside baselines, on this machine only.",
        mixinStandardHelpOptions = true)
public final class Main implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "What to measure; all when none is named.")
    private List<String> names = List.of();

    @Option(names = "--quick", description = "End soon; figures scatter more.")
    private boolean quick;

    @Option(names = "--list", description = "Say what there is, and end.")
    private boolean list;

    @Option(
            names = "--product",
            defaultValue = "app/target/leadbraid.jar",
            description = "The product's jar (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path product;

    @Override
    public Integer call() throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (list) {
            Benchmarks.ALL.forEach(benchmark -> out.println(benchmark.name() + "  " + benchmark.description()));
            return 0;
        }
        List<Benchmark> chosen = chosen();
        if (!Files.isReadable(product)) {
            throw new ParameterException(
                    spec.commandLine(), "There is no " + product + "; build it, or name --product");
        }
        for (Benchmark benchmark : chosen) {
            out.println(benchmark.name() + ": " + benchmark.description());
            try (Started started = Started.inNewFolder()) {
                benchmark.run(new Surroundings(product.toAbsolutePath(), javaOptions(), started, quick, out));
            }
        }
        return 0;
    }

    /** The product gets the options that {@code ./leadbraid} gave to this process, as it does for {@code up}. */
    private static List<String> javaOptions() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments();
    }

    private List<Benchmark> chosen() {
        names.stream()
                .filter(name -> Benchmarks.ALL.stream()
                        .noneMatch(benchmark -> benchmark.name().equals(name)))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new ParameterException(spec.commandLine(), "Unknown benchmark: " + unknown);
                });
        return Benchmarks.ALL.stream()
                .filter(benchmark -> names.isEmpty() || names.contains(benchmark.name()))
                .toList();
    }

    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }
}
