package io.leadbraid.ingestion.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {

    private static final int SEGMENT = 1 << 16;
    private static final int LARGE = 1 << 22;

    @TempDir
    Path path;

    private Path folder() {
        return path.resolve("spool");
    }

    private static Spooled record(String key, int number) {
        return new Spooled(
                "inbound",
                key.getBytes(StandardCharsets.UTF_8),
                Integer.toString(number).getBytes(StandardCharsets.UTF_8),
                number);
    }

    private static Spooled sized(int bytes) {
        return new Spooled("inbound", new byte[0], new byte[bytes], 1);
    }

    private static String text(Spooled record) {
        return new String(record.key(), StandardCharsets.UTF_8) + new String(record.value(), StandardCharsets.UTF_8);
    }

    private static List<String> drain(Spool spool) throws IOException {
        List<String> records = new ArrayList<>();
        for (Optional<Chunk> chunk = spool.next(); chunk.isPresent(); chunk = spool.next()) {
            chunk.get().records().forEach(record -> records.add(text(record)));
            spool.drained(chunk.get());
        }
        return records;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(Segment.SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void recordsComeBackAsTheyWereAndLeaveNothingBehind() throws Exception {
        try (Spool spool = Spool.open(folder(), SEGMENT, LARGE)) {
            Spooled record = new Spooled("t", new byte[] {1}, "Ä".getBytes(StandardCharsets.UTF_8), 7);
            spool.append(record).join();

            Chunk chunk = spool.next().orElseThrow();
            spool.drained(chunk);

            assertThat(chunk.records())
                    .usingRecursiveFieldByFieldElementComparator()
                    .containsExactly(record);
            assertThat(chunk.isLast()).isTrue();
            assertThat(spool.finish()).isTrue();
            assertThat(files()).isEmpty();
            assertThat(spool.vitals().bytes()).isZero();
        }
    }

    @Test
    void aNewProcessFindsWhatTheLastOneLeftBeforeWhatItAddsItself() throws Exception {
        try (Spool spool = Spool.open(folder(), SEGMENT, LARGE)) {
            spool.append(record("a", 1)).join();
            spool.append(record("a", 2)).join();
        }

        try (Spool spool = Spool.open(folder(), SEGMENT, LARGE)) {
            assertThat(spool.isEmpty()).isFalse();
            assertThat(spool.vitals().records()).isEqualTo(2);
            assertThat(spool.vitals().oldest()).hasValue(Instant.ofEpochMilli(1));
            spool.append(record("a", 3)).join();
            assertThat(drain(spool)).containsExactly("a1", "a2", "a3");
            assertThat(spool.finish()).isTrue();
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void whatIsNotDrainedComesAgain() throws Exception {
        try (Spool spool = Spool.open(folder(), SEGMENT, LARGE)) {
            spool.append(record("a", 1)).join();

            assertThat(spool.next().orElseThrow().records()).hasSize(1);
            assertThat(spool.next().orElseThrow().records()).hasSize(1);
            assertThat(spool.finish()).isFalse();
        }
    }

    @Test
    void filesAreDeletedAsSoonAsTheyAreDrained() throws Exception {
        try (Spool spool = Spool.open(folder(), SEGMENT, LARGE)) {
            for (int i = 0; i < 20; i++) {
                spool.append(sized(SEGMENT / 4)).join();
            }
            assertThat(files()).hasSize(5);

            spool.drained(spool.next().orElseThrow());

            assertThat(files()).hasSize(4);
            assertThat(spool.vitals().records()).isEqualTo(16);
            assertThat(drain(spool)).hasSize(16);
        }
    }

    @Test
    void aFullSpoolRefusesUntilItIsDrained() throws Exception {
        try (Spool spool = Spool.open(folder(), SEGMENT, 2 * SEGMENT)) {
            List<CompletableFuture<Void>> appended = IntStream.range(0, 12)
                    .mapToObj(i -> spool.append(sized(SEGMENT / 4)))
                    .toList();
            spool.settle(Duration.ofSeconds(10));

            assertThat(appended.stream().filter(CompletableFuture::isCompletedExceptionally))
                    .hasSizeBetween(4, 6);
            assertThat(spool.vitals().trouble())
                    .hasValueSatisfying(why -> assertThat(why).contains("full"));

            int kept = drain(spool).size();

            assertThat(kept).isBetween(6, 8);
            assertThat(spool.finish()).isTrue();
            assertThat(spool.append(sized(SEGMENT / 4))).succeedsWithin(Duration.ofSeconds(10));
            assertThat(spool.vitals().trouble()).isEmpty();
        }
    }

    @Test
    void aRecordThatKafkaWouldNotTakeIsRefused() throws Exception {
        try (Spool spool = Spool.open(folder(), SEGMENT, LARGE)) {
            assertThat(spool.append(sized(1 << 20))).isCompletedExceptionally();
            assertThat(spool.vitals().trouble()).isEmpty();
        }
    }

    @Test
    void aDiskThatFailsRefusesAndIsUsedAgainWhenItWorks() throws Exception {
        AtomicBoolean broken = new AtomicBoolean();
        Disk disk = file -> {
            if (broken.get()) {
                throw new IOException("broken");
            }
            file.force(false);
        };
        try (Spool spool = Spool.open(folder(), SEGMENT, LARGE, disk)) {
            spool.append(record("a", 1)).join();
            broken.set(true);
            assertThat(spool.append(record("a", 2))).failsWithin(Duration.ofSeconds(10));
            assertThat(spool.append(record("a", 3))).failsWithin(Duration.ofSeconds(10));
            assertThat(spool.vitals().failures()).isEqualTo(2);
            broken.set(false);
            spool.append(record("a", 4)).join();

            assertThat(drain(spool)).containsExactly("a1", "a4");
            assertThat(spool.finish()).isTrue();
            assertThat(files()).isEmpty();
        }
    }

    @Test
    void aFolderThatIsGoneRefuses() throws Exception {
        try (Spool spool = Spool.open(folder(), SEGMENT, LARGE)) {
            Files.move(folder(), path.resolve("elsewhere"));
            assertThat(spool.append(record("a", 1))).failsWithin(Duration.ofSeconds(10));
            Files.move(path.resolve("elsewhere"), folder());

            assertThat(spool.append(record("a", 2))).succeedsWithin(Duration.ofSeconds(10));
        }
    }

    @Test
    void aFileThatIsInTheWayIsPassedBy() throws Exception {
        try (Spool spool = Spool.open(folder(), SEGMENT, LARGE)) {
            Files.createFile(folder().resolve("%019d%s".formatted(1, Segment.SUFFIX)));

            assertThat(spool.append(record("a", 1))).failsWithin(Duration.ofSeconds(10));
            assertThat(spool.append(record("a", 2))).succeedsWithin(Duration.ofSeconds(10));
        }
    }

    @Test
    void twoProcessesCannotUseOneFolder() throws Exception {
        try (Spool spool = Spool.open(folder(), SEGMENT, LARGE)) {
            assertThatThrownBy(() -> Spool.open(folder(), SEGMENT, LARGE)).hasMessageContaining("Another process");
            assertThat(spool.isEmpty()).isTrue();
        }
    }

    @Test
    void manyPostsShareAnFsyncAndEachOnesOrderIsKept() throws Exception {
        int posters = 50;
        int posts = 40;
        AtomicInteger fsyncs = new AtomicInteger();
        Disk disk = file -> {
            fsyncs.incrementAndGet();
            file.force(false);
        };
        List<String> drained = new ArrayList<>();
        try (Spool spool = Spool.open(folder(), 1 << 12, LARGE, disk);
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch done = new CountDownLatch(posters);
            for (int poster = 0; poster < posters; poster++) {
                String key = "k" + poster + ":";
                executor.execute(() -> {
                    for (int i = 0; i < posts; i += 2) {
                        CompletableFuture<Void> first = spool.append(record(key, i));
                        CompletableFuture.allOf(first, spool.append(record(key, i + 1)))
                                .join();
                    }
                    done.countDown();
                });
            }
            while (done.getCount() > 0) {
                drained.addAll(drain(spool));
            }
            drained.addAll(drain(spool));
        }

        assertThat(drained).hasSize(posters * posts);
        for (int poster = 0; poster < posters; poster++) {
            String key = "k" + poster + ":";
            assertThat(drained.stream().filter(text -> text.startsWith(key)))
                    .containsExactlyElementsOf(
                            IntStream.range(0, posts).mapToObj(i -> key + i).toList());
        }
        assertThat(fsyncs.get()).isLessThan(posters * posts / 2);
    }

    @Test
    void aDiskThatHangsFillsNoMemory() throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        Disk disk = file -> {
            try {
                hanging.await();
            } catch (InterruptedException stopping) {
                throw new IOException(stopping);
            }
        };
        try (Spool spool = Spool.open(folder(), SEGMENT, 1L << 40, disk)) {
            List<CompletableFuture<Void>> appended = IntStream.range(0, 60)
                    .mapToObj(i -> spool.append(sized(1_000_000)))
                    .toList();

            assertThat(appended.getLast()).isCompletedExceptionally();
            assertThat(appended.getFirst()).isNotDone();
            hanging.countDown();
            await().until(() -> appended.stream().allMatch(CompletableFuture::isDone));
        }
    }

    /** V1: wherever a write was cut off, what was whole before is there. */
    @Test
    void aTornTailCostsOnlyTheTornRecord() throws Exception {
        Random random = new Random(42);
        List<Spooled> written = someRecords(random);
        byte[] file = join(written);
        int lastStart = file.length - Frames.write(written.getLast()).length;

        for (int cut = lastStart; cut < file.length; cut++) {
            byte[] torn = Arrays.copyOf(file, cut);
            assertThat(recovered(torn)).as("cut at %d", cut).isEqualTo(texts(written.subList(0, written.size() - 1)));
        }
    }

    @Test
    void aDamagedByteCostsOnlyItsRecord() throws Exception {
        Random random = new Random(43);
        List<Spooled> written = someRecords(random);
        byte[] file = join(written);
        int position = 0;

        for (int record = 0; record < written.size(); record++) {
            List<Spooled> others = new ArrayList<>(written);
            others.remove(record);
            int end = position + Frames.write(written.get(record)).length;
            for (; position < end; position++) {
                byte[] damaged = file.clone();
                damaged[position] ^= (byte) (1 + random.nextInt(255));
                assertThat(recovered(damaged)).as("damaged at %d", position).isEqualTo(texts(others));
            }
        }
    }

    @Test
    void aTailOfAnythingIsPassedOver() throws Exception {
        Random random = new Random(44);
        for (int round = 0; round < 500; round++) {
            List<Spooled> written = someRecords(random);
            byte[] file = join(written);
            byte[] longer = Arrays.copyOf(file, file.length + random.nextInt(300));
            for (int i = file.length; i < longer.length; i++) {
                longer[i] = random.nextInt(3) == 0 ? file[random.nextInt(file.length)] : (byte) random.nextInt();
            }

            assertThat(recovered(longer)).isEqualTo(texts(written));
        }
    }

    @Test
    void aTornSegmentIsDrainedAndWritingGoesOnBehindIt() throws Exception {
        try (Spool spool = Spool.open(folder(), SEGMENT, LARGE)) {
            spool.append(record("a", 1)).join();
            spool.append(record("a", 2)).join();
        }
        Path file = files().getFirst();
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));

        try (Spool spool = Spool.open(folder(), SEGMENT, LARGE)) {
            spool.append(record("a", 3)).join();

            assertThat(drain(spool)).containsExactly("a1", "a3");
            assertThat(spool.finish()).isTrue();
            assertThat(spool.vitals().bytes()).isZero();
        }
    }

    private static List<Spooled> someRecords(Random random) {
        return IntStream.range(0, 4)
                .mapToObj(i -> record("k" + random.nextInt(1000), random.nextInt()))
                .toList();
    }

    private static byte[] join(List<Spooled> records) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        records.forEach(record -> joined.writeBytes(Frames.write(record)));
        return joined.toByteArray();
    }

    private static List<String> texts(List<Spooled> records) {
        return records.stream().map(SpoolTest::text).toList();
    }

    private List<String> recovered(byte[] content) {
        try {
            Path file = path.resolve("0000000000000000001" + Segment.SUFFIX);
            Files.write(file, content);
            Segment segment = Segment.left(file);
            List<String> records = new ArrayList<>();
            while (!segment.isRead()) {
                Segment.Stretch stretch = segment.read(segment.unread());
                stretch.records().forEach(record -> records.add(text(record)));
                segment.readUntil(stretch.until());
            }
            return records;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
