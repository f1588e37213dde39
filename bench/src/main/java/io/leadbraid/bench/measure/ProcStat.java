package io.leadbraid.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One line of Linux' {@code /proc/.../stat}: name and processor seconds. Linux counts them for programs in hundredths of
 * a second on every machine (proc_pid_stat(5), USER_HZ).
 *
 * @param own seconds of the thread or process itself
 * @param children seconds of its ended children that it has waited for
 */
record ProcStat(String name, double own, double children) {

    private static final double TICKS_PER_SECOND = 100;
    private static final int USER_AFTER_NAME = 11;

    /** Empty when the thread has ended, or where there is no such file system. */
    static Optional<ProcStat> read(Path stat) {
        try {
            return Optional.of(parse(Files.readString(stat)));
        } catch (IOException ended) {
            return Optional.empty();
        }
    }

    /** The name stands in brackets and may hold any character, so the last bracket ends it. */
    static ProcStat parse(String line) {
        int end = line.lastIndexOf(')');
        String[] rest = line.substring(end + 2).split(" ");
        return new ProcStat(
                line.substring(line.indexOf('(') + 1, end),
                seconds(rest[USER_AFTER_NAME], rest[USER_AFTER_NAME + 1]),
                seconds(rest[USER_AFTER_NAME + 2], rest[USER_AFTER_NAME + 3]));
    }

    private static double seconds(String user, String system) {
        return (Long.parseLong(user) + Long.parseLong(system)) / TICKS_PER_SECOND;
    }
}
