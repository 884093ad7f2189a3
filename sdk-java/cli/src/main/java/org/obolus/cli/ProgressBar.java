package org.obolus.cli;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.obolus.cli.endings.Progress;

/** How far long work is, on one line that is written over and over; without colours. */
final class ProgressBar implements Progress {

    private static final int WIDTH = 30;
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private final PrintStream to;
    private final Clock clock;
    private Instant last = Instant.MIN;
    private int length;

    ProgressBar(PrintStream to, Clock clock) {
        this.to = to;
        this.clock = clock;
    }

    @Override
    public void at(String what, long done, long total) {
        var now = clock.instant();
        if (done >= total && total > 0 || last.plus(BETWEEN).isBefore(now)) {
            last = now;
            show(total > 0 ? measured(what, Math.min(done, total), total) : what + " " + done);
        }
    }

    /** Makes room for what is to stay. */
    void clear() {
        if (length > 0) {
            show("");
            to.print('\r');
            to.flush();
            length = 0;
        }
    }

    private static String measured(String what, long done, long total) {
        var full = (int) (WIDTH * done / total);
        return what + " [" + "#".repeat(full) + " ".repeat(WIDTH - full) + "] " + 100 * done / total + " %";
    }

    private void show(String text) {
        to.print("\r" + text + " ".repeat(Math.max(0, length - text.length())));
        to.flush();
        length = text.length();
    }
}
