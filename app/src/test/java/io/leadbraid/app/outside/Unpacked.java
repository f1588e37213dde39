package io.leadbraid.app.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The jar as {@code ./leadbraid up} unpacks it, so that one start can hand its loaded classes to the next. */
final class Unpacked {

    private static final Path PACKED = Path.of("target", "leadbraid.jar").toAbsolutePath();
    private static final Path FOLDER = PACKED.resolveSibling("unpacked-for-tests");

    /** Written by the first process that ends by itself, and good for this jar only. */
    static final Path CLASSES = FOLDER.resolve("classes.jsa");

    static final Path JAR = unpack();

    private Unpacked() {}

    private static Path unpack() {
        try {
            Launch.delete(FOLDER);
            Process unpacking = new ProcessBuilder(
                            Launch.JAVA,
                            "-Djarmode=tools",
                            "-jar",
                            PACKED.toString(),
                            "extract",
                            "--destination",
                            FOLDER.toString())
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
        return FOLDER.resolve(PACKED.getFileName());
    }
}
