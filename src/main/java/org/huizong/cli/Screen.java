package org.huizong.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import org.huizong.text.Visible;

/** Prints to a terminal nothing that it would obey, whoever wrote it: every line of a command goes through here. */
final class Screen extends Writer {
    private final PrintWriter terminal;

    private Screen(PrintWriter terminal) {
        super(terminal);
        this.terminal = terminal;
    }

    /** A writer to that terminal; it flushes after every line. */
    static PrintWriter of(PrintWriter terminal) {
        return new PrintWriter(new Screen(terminal), true);
    }

    @Override
    public void write(char[] text, int start, int length) {
        write(String.valueOf(text, start, length));
    }

    @Override
    public void write(String text, int start, int length) {
        write(text.substring(start, start + length));
    }

    @Override
    public void write(String text) {
        terminal.write(Visible.text(text).replace("\n", System.lineSeparator()));
    }

    @Override
    public void flush() {
        terminal.flush();
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }
}
