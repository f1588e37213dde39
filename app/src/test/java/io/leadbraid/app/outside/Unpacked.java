package io.leadbraid.app.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The jar as {@code ./leadbraid up} unpacks it, so that one start can hand its loaded classes to the next. */
final class Unpacked {

    static final Path JAR = unpack();

    /** Written by the first process that ends by itself. */
    static final Path CLASSES = JAR.resolveSibling("classes.jsa");

    private Unpacked() {}

    private static Path unpack() {
        Path packed = Path.of("target", "leadbraid.jar").toAbsolutePath();
        Path folder = packed.resolveSibling("unpacked-for-tests");
        try {
            Process unpacking = new ProcessBuilder(
                            Launch.JAVA,
                            "-Djarmode=tools",
                            "-jar",
                            packed.toString(),
                            "extract",
                            "--force",
                            "--destination",
                            folder.toString())
                    .inheritIO()
                    .start();
            if (unpacking.waitFor() != 0) {
                throw new IllegalStateException("the jar cannot be unpacked");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
        return folder.resolve(packed.getFileName());
    }
}
