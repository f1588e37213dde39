package io.leadbraid.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * The folder that holds everything one Leadbraid keeps on disk. While it is open no other process can open it: the
 * lock belongs to the process and goes with it, also when it is killed.
 */
public final class DataFolder implements AutoCloseable {
    private final Path path;
    private final FileChannel lockFile;
    private final Ports ports;

    private DataFolder(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
        this.ports = new Ports(path);
    }

    /**
     * Creates the folder where it is missing, closed to other users because it will hold personal data, and locks it.
     *
     * @throws DataFolderInUseException if another Leadbraid has it open
     */
    public static DataFolder open(Path path) {
        try {
            create(path.toAbsolutePath());
            Path real = path.toRealPath();
            FileChannel lockFile = FileChannel.open(
                    real.resolve("leadbraid.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(lockFile).isEmpty()) {
                lockFile.close();
                throw new DataFolderInUseException(real);
            }
            return new DataFolder(real, lockFile);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use " + path + " as data folder", e);
        }
    }

    private static void create(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path.resolveSibling("."));
            Files.createDirectory(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    private static Optional<FileLock> lock(FileChannel lockFile) throws IOException {
        try {
            return Optional.ofNullable(lockFile.tryLock());
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        }
    }

    public Path path() {
        return path;
    }

    /** A folder of its own for one part of the program, created where it is missing. */
    public Path folder(String name) {
        try {
            return Files.createDirectories(path.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create " + name + " in the data folder " + path, e);
        }
    }

    /** Deletes the folder of one part of the program, which must not be at work. */
    public void delete(String name) {
        try {
            Folders.delete(path.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + name + " in the data folder " + path, e);
        }
    }

    Ports ports() {
        return ports;
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unlock the data folder " + path, e);
        }
    }
}
