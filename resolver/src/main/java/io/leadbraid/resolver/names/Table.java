package io.leadbraid.resolver.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lines of one of the tables beside this class. */
final class Table {

    private Table() {}

    /** Without comments and empty lines. */
    static List<String> lines(String file) {
        try (InputStream stream = Table.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("the table " + file + " is missing");
            }
            return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
