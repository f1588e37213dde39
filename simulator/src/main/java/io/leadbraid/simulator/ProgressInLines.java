package io.leadbraid.simulator;

import java.io.PrintWriter;
import java.time.Duration;

/** Says now and then, on a line of its own, how far it is: for logs and pipes. */
final class ProgressInLines implements Progress {

    private static final long PAUSE = Duration.ofSeconds(5).toNanos();

    private final PrintWriter out;
    private String what = "";
    private long steps;
    private long step;
    private long said;

    ProgressInLines(PrintWriter out) {
        this.out = out;
    }

    @Override
    public synchronized void begin(String name, long all) {
        what = name;
        steps = all;
        step = 0;
        said = System.nanoTime();
        out.println(name + " ...");
        out.flush();
    }

    @Override
    public synchronized void at(long reached) {
        step = reached;
        if (System.nanoTime() - said > PAUSE) {
            say();
            said = System.nanoTime();
        }
    }

    @Override
    public synchronized void end() {
        if (!what.isEmpty()) {
            say();
            what = "";
        }
    }

    private void say() {
        out.println(what + ": " + step + " of " + steps);
        out.flush();
    }
}
