package io.leadbraid.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a benchmark runs.
 *
 * @param jar the product, as it is shipped
 * @param options of the product's Java machine
 * @param started takes all that is started, and has an empty folder
 * @param quick whether to end soon, with figures that scatter more
 */
public record Surroundings(Path jar, List<String> options, Started started, boolean quick, PrintStream out) {

    public Surroundings {
        options = List.copyOf(options);
    }

    public Path folder() {
        return started.folder();
    }
}
