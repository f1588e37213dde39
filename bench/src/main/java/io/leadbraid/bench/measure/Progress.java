package io.leadbraid.bench.measure;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Says on the terminal what is being done, with the time since the start. */
public final class Progress {

    private final PrintStream out;
    private final long start = System.nanoTime();

    public Progress(PrintStream out) {
        this.out = out;
    }

    public void say(String sentence) {
        Duration since = Duration.ofNanos(System.nanoTime() - start);
        out.println(String.format(Locale.ROOT, "[%3d s] %s", since.toSeconds(), sentence));
        out.flush();
    }
}
