package io.leadbraid.app;

import io.leadbraid.servers.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * The name by which Kafka knows this installation's consumers again after a restart. No two installations may have the same,
 * or they would take each other's partitions for ever.
 */
final class InstanceName {

    private InstanceName() {}

    /** Drawn once, and kept beside the data. */
    static String keptIn(DataFolder data) {
        Path file = data.path().resolve("instance");
        try {
            if (!Files.exists(file)) {
                PrivateFile.write(file, "leadbraid-" + UUID.randomUUID());
            }
            return Files.readString(file).trim();
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot keep the name of this installation in " + file, failure);
        }
    }
}
