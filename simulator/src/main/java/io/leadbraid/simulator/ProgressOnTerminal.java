package io.leadbraid.simulator;

import java.io.Console;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Draws bars. */
final class ProgressOnTerminal implements Progress {

    private static final int INTERVAL_MILLIS = 200;

    private Optional<ProgressBar> bar = Optional.empty();

    /** From Java 22 on there is a console even where nobody sits at it; then it says so itself. */
    @SuppressWarnings("SystemConsoleNull") // it is asked
    static boolean isThere() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException beforeJava22) {
            return true;
        }
    }

    @Override
    public void begin(String what, long steps) {
        end();
        bar = Optional.of(new ProgressBarBuilder()
                .setTaskName(what)
                .setInitialMax(steps)
                .setUpdateIntervalMillis(INTERVAL_MILLIS)
                .setStyle(ProgressBarStyle.ASCII)
                .build());
    }

    @Override
    public void at(long step) {
        bar.ifPresent(shown -> {
            var unused = shown.stepTo(step);
        });
    }

    @Override
    public void end() {
        bar.ifPresent(ProgressBar::close);
        bar = Optional.empty();
    }
}
