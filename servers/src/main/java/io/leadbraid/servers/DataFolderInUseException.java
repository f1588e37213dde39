package io.leadbraid.servers;

import java.nio.file.Path;

/** Another running Leadbraid works on this data folder. */
public final class DataFolderInUseException extends RuntimeException {
    DataFolderInUseException(Path folder) {
        super("Another Leadbraid uses the data folder " + folder + "; stop it or choose another folder");
    }
}
