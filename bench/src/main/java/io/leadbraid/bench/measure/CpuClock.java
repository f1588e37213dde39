package io.leadbraid.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Reads processor time of living processes from Linux' {@code /proc}; elsewhere it sees nothing. */
public final class CpuClock {

    static final String ENDED = "threads that ended";

    private CpuClock() {}

    public static boolean isThere() {
        return Files.isReadable(Path.of("/proc/self/stat"));
    }

    /**
     * Use of a process so far by group of its threads.
     *
     * @param groups the group of a thread's name, of which Linux keeps the first 15 characters
     */
    public static CpuUse threadsOf(long process, UnaryOperator<String> groups) {
        Map<String, Double> seconds = new HashMap<>();
        Path root = Path.of("/proc", Long.toString(process));
        double living = 0;
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(root.resolve("task"))) {
            for (Path thread : threads) {
                var read = ProcStat.read(thread.resolve("stat"));
                if (read.isPresent()) {
                    living += read.get().own();
                    seconds.merge(groups.apply(read.get().name()), read.get().own(), Double::sum);
                }
            }
        } catch (NoSuchFileException gone) {
            return CpuUse.NONE;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        double alive = living;
        ProcStat.read(root.resolve("stat")).ifPresent(all -> seconds.put(ENDED, Math.max(0, all.own() - alive)));
        return new CpuUse(seconds);
    }

    /** Use of a process and all its children so far, as one group. */
    public static CpuUse family(long process, String group) {
        double parent = ProcStat.read(Path.of("/proc", Long.toString(process), "stat"))
                .map(stat -> stat.own() + stat.children())
                .orElse(0.0);
        double children = ProcessHandle.of(process).stream()
                .flatMap(ProcessHandle::children)
                .flatMap(child -> ProcStat.read(Path.of("/proc", Long.toString(child.pid()), "stat")).stream())
                .mapToDouble(ProcStat::own)
                .sum();
        return new CpuUse(Map.of(group, parent + children));
    }
}
