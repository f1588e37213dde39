package io.leadbraid.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a benchmark runs.
 *
 * @param jar the product, as it is shipped
 * @param options of the product's Java machine
 * @param folder an empty one, deleted afterwards
 * @param quick whether to end soon, with figures that scatter more
 */
public record Surroundings(Path jar, List<String> options, Path folder, boolean quick, PrintStream out) {

    public Surroundings {
        options = List.copyOf(options);
    }
}
