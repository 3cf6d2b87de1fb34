package org.huizong.cli;

import java.io.Console;
import java.time.Duration;
import java.util.Optional;
import org.huizong.job.Progress;
import org.huizong.office.TimeLeft;
import org.huizong.spreadsheet.write.TextWidth;

/** A bar on a terminal with the time that the step will still take, a plain line a step elsewhere. */
final class TerminalProgress implements Progress {
    private static final int WIDTH = 30;

    private static final long BETWEEN = 100;

    private final Huizong program;
    private final boolean terminal;
    private String step = "";
    private int total;
    private int done;
    private long begun;
    private long drawn;
    private int width;

    TerminalProgress(Huizong program) {
        this(program, terminal().isPresent() && !program.noColor);
    }

    TerminalProgress(Huizong program, boolean terminal) {
        this.program = program;
        this.terminal = terminal;
    }

    /** The terminal we run in, if it is one. The launcher keeps newer Java from making one up ({@code jdk.console}). */
    @SuppressWarnings("SystemConsoleNull")
    static Optional<Console> terminal() {
        return Optional.ofNullable(System.console());
    }

    @Override
    public synchronized void begin(String name, int things) {
        clear();
        step = program.words().text("step." + name);
        total = things;
        done = 0;
        begun = program.clock().millis();
        if (terminal) {
            draw(begun);
        } else {
            program.err().println(things > 0 ? program.words().text("cli.step.of", step, things) : step);
        }
    }

    @Override
    public synchronized void advance() {
        done++;
        if (terminal) {
            long now = program.clock().millis();
            if (now - drawn >= BETWEEN) {
                draw(now);
            }
        }
    }

    @Override
    public synchronized void end() {
        clear();
    }

    private void draw(long now) {
        String line = step;
        if (total > 0) {
            int full = Math.min(WIDTH, done * WIDTH / total);
            line += " [" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] " + done + "/" + total + left(now);
        }
        int wide = TextWidth.of(line);
        program.bar().print("\r" + line + " ".repeat(Math.max(0, width - wide)));
        program.bar().flush();
        width = wide;
        drawn = now;
    }

    private String left(long now) {
        return TimeLeft.of(Duration.ofMillis(now - begun), done, total)
                .map(left -> TimeLeft.say(program.words(), left))
                .orElse("");
    }

    private void clear() {
        if (width > 0) {
            program.bar().print("\r" + " ".repeat(width) + "\r");
            program.bar().flush();
            width = 0;
        }
    }
}
