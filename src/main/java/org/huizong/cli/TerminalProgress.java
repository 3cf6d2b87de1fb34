package org.huizong.cli;

import java.io.Console;
import java.util.Optional;
import org.huizong.job.Progress;

/** A bar on a terminal, a plain line a step elsewhere. */
final class TerminalProgress implements Progress {
    private static final int WIDTH = 30;

    private final Huizong program;
    private final boolean terminal;
    private String step = "";
    private int total;
    private int done;

    TerminalProgress(Huizong program) {
        this.program = program;
        this.terminal = terminal().isPresent() && !program.noColor;
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
        if (terminal) {
            draw();
        } else {
            program.err().println(things > 0 ? program.words().text("cli.step.of", step, things) : step);
        }
    }

    @Override
    public synchronized void advance() {
        done++;
        if (terminal) {
            draw();
        }
    }

    @Override
    public synchronized void end() {
        clear();
    }

    private void draw() {
        String bar = "";
        if (total > 0) {
            int full = Math.min(WIDTH, done * WIDTH / total);
            bar = " [" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] " + done + "/" + total;
        }
        program.err().print("\r" + step + bar);
        program.err().flush();
    }

    private void clear() {
        if (terminal && !step.isEmpty()) {
            program.err().print("\r" + " ".repeat(2 * step.length() + WIDTH + 20) + "\r");
            program.err().flush();
        }
    }
}
