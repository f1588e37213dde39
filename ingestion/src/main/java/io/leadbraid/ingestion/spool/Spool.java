package io.leadbraid.ingestion.spool;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A queue of records on the disk. Many threads append; one thread of its own writes what they brought and makes it durable
 * together; one thread reads. Reading is at least once: after a restart each segment is read from its beginning.
 */
public final class Spool implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
    private static final Duration CLOSING = Duration.ofSeconds(5);

    /** What is written with one fsync, at most. */
    private static final int BATCH = 4 << 20;

    /** What may wait for the disk in memory; a disk that hangs must not fill it. */
    private static final int WAITING = 32 << 20;

    private record Waiting(byte[] frame, CompletableFuture<Void> durable) {}

    private final SpoolFolder folder;
    private final long segmentSize;
    private final long greatestSize;
    private final Disk disk;
    private final Thread writer;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Segment> segments = new ArrayDeque<>();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private Optional<Segment> active = Optional.empty();
    private boolean writing;
    private boolean closed;
    private long number;
    private long waitingBytes;
    private long segmentBytes;
    private long records;
    private long drained;
    private long failures;
    private long oldest;
    private Optional<String> refused = Optional.empty();
    private Optional<String> broken = Optional.empty();

    private Spool(SpoolFolder folder, long segmentSize, long greatestSize, Disk disk) throws IOException {
        this.folder = folder;
        this.segmentSize = segmentSize;
        this.greatestSize = greatestSize;
        this.disk = disk;
        for (Segment left : folder.segments()) {
            adopt(left);
        }
        this.writer = Thread.ofPlatform().daemon().name("spool-writer").unstarted(this::work);
    }

    /**
     * Opens the folder, with what a process before has left in it.
     *
     * @param segmentSize bytes after which a new file is begun
     * @param greatestSize bytes that all files may have together
     * @throws IOException when the folder cannot be used, or another process uses it
     */
    public static Spool open(Path folder, long segmentSize, long greatestSize) throws IOException {
        return open(folder, segmentSize, greatestSize, file -> file.force(false));
    }

    static Spool open(Path folder, long segmentSize, long greatestSize, Disk disk) throws IOException {
        Spool spool = new Spool(SpoolFolder.open(folder), segmentSize, greatestSize, disk);
        spool.writer.start();
        return spool;
    }

    private void adopt(Segment left) throws IOException {
        long readable = 0;
        while (!left.isRead()) {
            Segment.Stretch stretch = left.read(left.unread());
            for (Spooled record : stretch.records()) {
                oldest = records == 0 ? record.at() : oldest;
                records++;
                readable += Frames.write(record).length;
            }
            left.readUntil(stretch.until());
        }
        left.readUntil(0);
        segments.add(left);
        segmentBytes += left.size();
        number = Math.max(number, left.number());
        if (readable < left.size()) {
            LOG.atWarn()
                    .addKeyValue("segment", left.number())
                    .addKeyValue("bytes", left.size() - readable)
                    .log("the end of a spool segment is torn");
        }
    }

    /** Puts a record at the end. @return fails with a {@link SpoolException} when it cannot be made durable */
    public CompletableFuture<Void> append(Spooled record) {
        Waiting entry = new Waiting(Frames.write(record), new CompletableFuture<>());
        if (entry.frame.length > Frames.MOST) {
            return CompletableFuture.failedFuture(new SpoolException("the record is too large"));
        }
        lock.lock();
        try {
            refused = refusal(entry.frame.length);
            if (refused.isPresent()) {
                return CompletableFuture.failedFuture(new SpoolException(refused.get()));
            }
            if (records == 0 && waiting.isEmpty()) {
                oldest = record.at();
            }
            waiting.add(entry);
            waitingBytes += entry.frame.length;
            changed.signalAll();
            return entry.durable;
        } finally {
            lock.unlock();
        }
    }

    private Optional<String> refusal(int size) {
        if (segmentBytes + waitingBytes + size > greatestSize) {
            return Optional.of("the spool is full");
        }
        if (waitingBytes + size > WAITING) {
            return Optional.of("the disk does not keep up");
        }
        return closed ? Optional.of("the spool is closed") : Optional.empty();
    }

    private void work() {
        for (List<Waiting> batch = take(); !batch.isEmpty(); batch = take()) {
            try {
                Segment segment = write(batch);
                released(segment, batch);
            } catch (IOException | RuntimeException failure) {
                failed(batch, failure);
            }
        }
    }

    /** @return none when the spool is closed and all is written */
    private List<Waiting> take() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) {
                changed.awaitUninterruptibly();
            }
            List<Waiting> batch = new ArrayList<>();
            int bytes = 0;
            while (!waiting.isEmpty() && bytes < BATCH) {
                bytes += waiting.element().frame.length;
                batch.add(waiting.remove());
            }
            writing = !batch.isEmpty();
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private Segment write(List<Waiting> batch) throws IOException {
        Segment segment = current();
        for (Waiting entry : batch) {
            segment.append(entry.frame);
        }
        segment.force(disk);
        return segment;
    }

    private Segment current() throws IOException {
        if (active.isEmpty()) {
            // Counted before it is there: what a failure leaves behind must not be in the way of the next.
            number++;
            Segment fresh = folder.create(number);
            lock.lock();
            try {
                segments.add(fresh);
                active = Optional.of(fresh);
            } finally {
                lock.unlock();
            }
        }
        return active.orElseThrow();
    }

    private void released(Segment segment, List<Waiting> batch) {
        lock.lock();
        try {
            segment.release();
            settled(batch);
            segmentBytes += bytes(batch);
            records += batch.size();
            broken = Optional.empty();
            if (segment.size() >= segmentSize) {
                segment.seal();
                active = Optional.empty();
            }
        } finally {
            lock.unlock();
        }
        batch.forEach(entry -> entry.durable.complete(null));
    }

    private void failed(List<Waiting> batch, Exception failure) {
        lock.lock();
        try {
            settled(batch);
            failures++;
            active.ifPresent(this::abandon);
            broken = Optional.of(failure.toString());
        } finally {
            lock.unlock();
        }
        SpoolException told = new SpoolException("the disk fails", failure);
        batch.forEach(entry -> entry.durable.completeExceptionally(told));
    }

    /** After a failure nobody knows what of a file is on the disk beyond what was durable before. */
    private void abandon(Segment segment) {
        segment.seal();
        active = Optional.empty();
        if (segment.isEmpty()) {
            segments.remove(segment);
            segment.discard();
        }
    }

    private void settled(List<Waiting> batch) {
        waitingBytes -= bytes(batch);
        writing = false;
        changed.signalAll();
    }

    private static long bytes(List<Waiting> batch) {
        return batch.stream().mapToLong(entry -> entry.frame.length).sum();
    }

    /** The oldest durable records that are not drained; the same again until they are. */
    public Optional<Chunk> next() throws IOException {
        Segment first;
        Segment.Range unread;
        boolean newest;
        lock.lock();
        try {
            Optional<Segment> left =
                    segments.stream().filter(segment -> !segment.isRead()).findFirst();
            if (left.isEmpty()) {
                return Optional.empty();
            }
            first = left.get();
            unread = first.unread();
            newest = first == segments.getLast();
        } finally {
            lock.unlock();
        }
        Segment.Stretch stretch = first.read(unread);
        return Optional.of(new Chunk(first, stretch, newest && stretch.until() == unread.end()));
    }

    /** These have gone to Kafka. Files that hold nothing else are deleted, the oldest first. */
    public void drained(Chunk chunk) throws IOException {
        lock.lock();
        try {
            chunk.segment().readUntil(chunk.until());
            records -= chunk.records().size();
            drained += chunk.records().size();
            if (!chunk.records().isEmpty()) {
                oldest = chunk.records().getLast().at();
            }
            while (!segments.isEmpty() && isDone(segments.element())) {
                forget(segments.element());
            }
        } finally {
            lock.unlock();
        }
    }

    private static boolean isDone(Segment segment) {
        return segment.isRead() && segment.isSealed();
    }

    private void forget(Segment segment) throws IOException {
        segment.delete();
        segmentBytes -= segment.size();
        segments.remove(segment);
    }

    /** Waits until nothing that was appended is on its way to the disk. */
    public boolean settle(Duration patience) throws InterruptedException {
        long left = patience.toNanos();
        lock.lock();
        try {
            while ((writing || !waiting.isEmpty()) && left > 0) {
                left = changed.awaitNanos(left);
            }
            return !writing && waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Clears the disk when nothing is left to drain. @return whether it is so */
    public boolean finish() throws IOException {
        lock.lock();
        try {
            if (writing || !waiting.isEmpty() || !segments.stream().allMatch(Segment::isRead)) {
                return false;
            }
            active = Optional.empty();
            refused = Optional.empty();
            while (!segments.isEmpty()) {
                forget(segments.element());
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Keeps a record that Kafka will never take out of the way of the others, for a person to look at. */
    public void setAside(Spooled record) throws IOException {
        folder.setAside(Frames.write(record));
    }

    /** Whether nothing is left to drain. */
    public boolean isEmpty() {
        lock.lock();
        try {
            return !writing && waiting.isEmpty() && segments.stream().allMatch(Segment::isRead);
        } finally {
            lock.unlock();
        }
    }

    public Vitals vitals() {
        lock.lock();
        try {
            Optional<Instant> since = records == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(oldest));
            return new Vitals(records, segmentBytes, since, refused.or(() -> broken), drained, failures);
        } finally {
            lock.unlock();
        }
    }

    /** Writes what was appended, and leaves the rest to the next process. */
    @Override
    public void close() throws IOException {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            writer.join(CLOSING.toMillis());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        folder.close();
    }
}
