package io.leadbraid.bench.product;

import java.nio.file.Path;
import java.util.List;

/**
 * What is started, and where.
 *
 * @param jar the product, as it is shipped
 * @param data a new data folder of its own
 * @param log takes what the product prints
 * @param port to serve on
 * @param options of the Java machine
 */
public record Installation(Path jar, Path data, Path log, int port, List<String> options) {

    /** The key of the bots; it opens a data folder that is deleted afterwards, on loopback. */
    public static final String API_KEY = "bench-key-of-a-passing-installation";

    public Installation {
        options = List.copyOf(options);
    }

    List<String> command() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new java.util.ArrayList<>(List.of(java));
        command.addAll(options);
        command.addAll(
                List.of("-jar", jar.toString(), "up", "--port", Integer.toString(port), "--data", data.toString()));
        return command;
    }
}
