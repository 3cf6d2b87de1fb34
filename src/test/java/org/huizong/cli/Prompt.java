package org.huizong.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.Optional;

/** The prompt at which a test types commands, as the office does: it knows the program by its commands alone. */
public final class Prompt {
    private final Clock clock;

    /** A prompt on a machine with that clock. */
    public Prompt(Clock clock) {
        this.clock = clock;
    }

    /**
     * What a command came to.
     *
     * @param exit its exit code
     * @param said what it wrote, errors last
     */
    public record Answer(int exit, String said) {
        /** Whether the tool could do its work: returns may be missing or sent back. */
        public boolean isDone() {
            return exit == Exit.DONE || exit == Exit.OPEN;
        }
    }

    /** Runs a command to its end. */
    public Answer type(String... command) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Main.run(command, new PrintWriter(out, true), new PrintWriter(err, true), clock, Optional.empty());
        return new Answer(exit, out.toString() + err);
    }
}
