package io.leadbraid.ingestion.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One file of the spool: frames behind each other. One thread writes it, one reads it, and {@link Spool} hands the two
 * positions from one to the other under its lock.
 */
final class Segment {

    static final String SUFFIX = ".spool";

    private static final int WINDOW = 2 * Frames.MOST;

    private static final Logger LOG = LoggerFactory.getLogger(Segment.class);

    private final Path file;
    private Optional<FileChannel> writing;
    private long written;
    private long readable;
    private long read;

    private Segment(Path file, Optional<FileChannel> writing, long size) {
        this.file = file;
        this.writing = writing;
        this.written = size;
        this.readable = size;
    }

    /** A part of the file, from one position to another. */
    record Range(long from, long end) {}

    /** @param until how far its reading got */
    record Stretch(List<Spooled> records, long until) {}

    /** A new one; its name is durable when this returns. */
    static Segment create(Path folder, long number) throws IOException {
        Path file = folder.resolve("%019d%s".formatted(number, SUFFIX));
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException failure) {
            channel.close();
            Files.deleteIfExists(file);
            throw failure;
        }
        return new Segment(file, Optional.of(channel), 0);
    }

    /** One that a process before has left. It is only read. */
    static Segment left(Path file) throws IOException {
        return new Segment(file, Optional.empty(), Files.size(file));
    }

    long number() {
        String name = file.getFileName().toString();
        return Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
    }

    void append(byte[] frame) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(frame);
        FileChannel channel = writing.orElseThrow();
        while (bytes.hasRemaining()) {
            written += channel.write(bytes);
        }
    }

    void force(Disk disk) throws IOException {
        disk.force(writing.orElseThrow());
    }

    /** What was written is durable and may be read. */
    void release() {
        readable = written;
    }

    /** Writes no more, and forgets what is not durable: after a failure nobody knows what of it is on the disk. */
    void seal() {
        try (FileChannel channel = writing.orElseThrow()) {
            channel.truncate(readable);
        } catch (IOException broken) {
            LOG.atWarn().addKeyValue("cause", broken).log("a broken segment keeps bytes that nobody was promised");
        }
        writing = Optional.empty();
        written = readable;
    }

    /** What may be read and is not. */
    Range unread() {
        return new Range(read, readable);
    }

    /** The first whole frames of a range, not more than a window of them; what cannot be read is passed over. */
    Stretch read(Range range) throws IOException {
        ByteBuffer window = ByteBuffer.allocate((int) Math.min(WINDOW, range.end - range.from));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            int more = 0;
            while (window.hasRemaining() && more >= 0) {
                more = channel.read(window, range.from + window.position());
            }
        }
        List<Spooled> records = new ArrayList<>();
        int done = Frames.read(window.flip(), range.from + window.limit() >= range.end, records::add);
        return new Stretch(records, range.from + done);
    }

    void readUntil(long position) {
        read = position;
    }

    boolean isRead() {
        return read >= readable;
    }

    boolean isSealed() {
        return writing.isEmpty();
    }

    boolean isEmpty() {
        return readable == 0;
    }

    long size() {
        return written;
    }

    void delete() throws IOException {
        if (writing.isPresent()) {
            writing.get().close();
        }
        Files.deleteIfExists(file);
    }

    /** Deletes a file that nobody needs, if the disk lets it. */
    void discard() {
        if (!file.toFile().delete()) {
            LOG.atWarn().addKeyValue("segment", number()).log("an empty segment stays");
        }
    }
}
