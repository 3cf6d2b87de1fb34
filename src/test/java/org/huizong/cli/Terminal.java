package org.huizong.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;

/** The program as somebody at a keyboard runs it, for tests of other rooms: the clock stands still. */
public final class Terminal {
    /** Later than any file of the tests was saved, LibreOffice's by the clock of the machine among them. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2090-01-01T00:00:00Z"), ZoneOffset.UTC);

    private Terminal() {}

    /**
     * What a command said.
     *
     * @param exit its exit code
     * @param out what it printed, without progress
     * @param err what it complained of, with progress
     */
    public record Said(int exit, String out, String err) {}

    /** Runs one command with nobody at the keyboard. */
    public static Said run(String... args) {
        return run(Optional.empty(), args);
    }

    /** Runs one command while somebody at the keyboard types that answer. */
    static Said answered(String answer, String... args) {
        return run(Optional.of(() -> answer), args);
    }

    private static Said run(Optional<Supplier<String>> keyboard, String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        int exit = Main.run(args, new PrintWriter(out, true), new PrintWriter(err, true), CLOCK, keyboard);
        return new Said(exit, out.toString(), err.toString());
    }
}
