package io.leadbraid.ingestion.spool;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Where the files of a spool lie. While it is open no other process can open it. */
final class SpoolFolder implements AutoCloseable {

    private final Path path;
    private final FileChannel lock;

    private SpoolFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Creates it where it is missing, closed to other users because it will hold personal data. */
    static SpoolFolder open(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path.toAbsolutePath().resolveSibling("."));
            Files.createDirectory(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        FileChannel lock = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isLocked(lock)) {
            lock.close();
            throw new IOException("Another process uses the spool in " + path);
        }
        return new SpoolFolder(path, lock);
    }

    private static boolean isLocked(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException ourselves) {
            return false;
        }
    }

    /** What is there, the oldest first. */
    List<Segment> segments() throws IOException {
        List<Segment> segments = new ArrayList<>();
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.filter(SpoolFolder::isSegment).sorted().toList()) {
                segments.add(Segment.left(file));
            }
        }
        return segments;
    }

    private static boolean isSegment(Path file) {
        return file.getFileName().toString().matches("\\d{19}\\" + Segment.SUFFIX);
    }

    Segment create(long number) throws IOException {
        return Segment.create(path, number);
    }

    void setAside(byte[] frame) throws IOException {
        Path file = path.resolve(UUID.randomUUID() + ".refused");
        Files.write(file, frame, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
