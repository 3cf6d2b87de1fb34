package org.huizong.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.huizong.wording.Lang;
import org.huizong.wording.Words;
import picocli.CommandLine;

/** Starts the program. */
public final class Main {
    private Main() {}

    /** Runs the command that the arguments say and ends with its exit code. */
    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT);
        Charset charset = terminalCharset();
        int exit;
        try (var out = new PrintWriter(new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset), true);
                var err = new PrintWriter(
                        new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset), true)) {
            exit = run(args, out, err, Clock.systemDefaultZone());
        }
        System.exit(exit);
    }

    /** Runs a command with these streams and this clock, and gives its exit code. */
    static int run(String[] args, PrintWriter out, PrintWriter err, Clock clock) {
        Words words = new Words(language(List.of(args)));
        Huizong root = new Huizong(words, out, err, clock);
        CommandLine line = new CommandLine(root, new Commands(root))
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setResourceBundle(new HelpBundle(words))
                .setParameterExceptionHandler(new UsageFaults(words))
                .setExecutionExceptionHandler(new ExecutionFaults(words, root));
        line.getHelpSectionMap().remove(CommandLine.Model.UsageMessageSpec.SECTION_KEY_HEADER_HEADING);
        return line.execute(args);
    }

    /** The language is needed before the arguments are parsed, to complain about them in it. */
    private static Lang language(List<String> args) {
        Optional<String> joined = args.stream()
                .filter(a -> a.startsWith("--lang="))
                .map(a -> a.substring("--lang=".length()))
                .findFirst();
        int at = args.indexOf("--lang");
        Optional<String> apart = at >= 0 && at + 1 < args.size() ? Optional.of(args.get(at + 1)) : Optional.empty();
        return joined.or(() -> apart).filter("en"::equalsIgnoreCase).isPresent() ? Lang.EN : Lang.ZH;
    }

    private static Charset terminalCharset() {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        return windows && System.console() != null ? System.console().charset() : StandardCharsets.UTF_8;
    }
}
