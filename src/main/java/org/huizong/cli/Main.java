package org.huizong.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.huizong.disk.LockFile;
import org.huizong.disk.TempFolder;
import org.huizong.model.Period;
import org.huizong.model.ProgramVersion;
import org.huizong.spreadsheet.read.XmlLimits;
import org.huizong.spreadsheet.write.Scratch;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.RunLast;

/** Starts the program. */
public final class Main {
    private Main() {}

    /** Runs the command that the arguments say and ends with its exit code. */
    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT);
        Charset charset = terminalCharset();
        int exit;
        try (PrintWriter out = writer(FileDescriptor.out, charset);
                PrintWriter err = writer(FileDescriptor.err, charset)) {
            Optional<String> narrow = FileNames.narrow();
            if (narrow.isPresent()) {
                err.println(new MessageBundle(language(List.of(args))).text("cli.encoding", narrow.get()));
                exit = Exit.FAILED;
            } else {
                Scratch.prepare();
                XmlLimits.lift();
                LockFile.introduce(String.join(" ", args));
                Optional<String> start = start(args, System.getProperty("huizong.start"));
                exit = runToTheEnd(start.map(command -> new String[] {command}).orElse(args), out, err);
                if (exit != Exit.DONE && start.isPresent()) {
                    keepWindow(err);
                }
            }
        }
        System.exit(exit);
    }

    /** The command of a double click, which gives no arguments: the one that the launcher named. */
    static Optional<String> start(String[] args, @Nullable String named) {
        return Optional.ofNullable(named).filter(command -> args.length == 0);
    }

    /** A window that a double click opened closes with the program, and what it said would be gone. */
    private static void keepWindow(PrintWriter err) {
        TerminalProgress.terminal().ifPresent(console -> {
            err.println(new MessageBundle(Lang.ZH).text("cli.window"));
            console.readLine();
        });
    }

    /** Runs a command; without memory there is nothing left but to say so. */
    private static int runToTheEnd(String[] args, PrintWriter out, PrintWriter err) {
        try {
            int exit = run(args, out, err, Clock.system(ZoneId.systemDefault()), keyboard(), Invocation.ofProcess());
            if (out.checkError()) {
                err.println(new MessageBundle(language(List.of(args))).text("cli.output"));
                return Exit.FAILED;
            }
            return exit;
        } catch (VirtualMachineError e) {
            err.println(new MessageBundle(language(List.of(args))).text("cli.memory"));
            return Exit.FAILED;
        } finally {
            TempFolder.closeAll();
        }
    }

    /** Reads what is typed at the terminal we run in; the end of the input is an empty line. */
    private static Optional<Supplier<String>> keyboard() {
        return TerminalProgress.terminal().map(console -> () -> Objects.requireNonNullElse(console.readLine(), ""));
    }

    /** Runs a command with somebody to ask, if there is a keyboard. */
    static int run(String[] args, PrintWriter out, PrintWriter err, Clock clock, Optional<Supplier<String>> keyboard) {
        return run(args, out, err, clock, keyboard, new Invocation(Invocation.PROGRAM, Invocation.isWindows()));
    }

    /** Runs a command of a program that was called like that. */
    static int run(
            String[] args,
            PrintWriter out,
            PrintWriter err,
            Clock clock,
            Optional<Supplier<String>> keyboard,
            Invocation invocation) {
        MessageBundle words = new MessageBundle(language(List.of(args)), invocation);
        Huizong root = new Huizong(words, out, err, clock, keyboard);
        CommandLine line = Commands.line(root, List.of(args))
                .setCommandName(invocation.name())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                // a folder may be called like a command: --catalogue catalogue
                .setAllowSubcommandsAsOptionParameters(true)
                .setResourceBundle(new HelpBundle(words, invocation.name()))
                .setExecutionStrategy(parsed -> {
                    invocation.remember(
                            parsed, text -> root.typed(text).map(Period::code).orElse(text));
                    return new RunLast().execute(parsed);
                })
                .setParameterExceptionHandler(new UsageFaults(words))
                .setExecutionExceptionHandler(new ExecutionFaults(words, root));
        line.getCommandSpec().version(words.text("cli.version", ProgramVersion.TEXT));
        commandsBeforeOptions(line);
        return line.execute(args);
    }

    /** Who looks for a command has not come for the options that all of them have. */
    private static void commandsBeforeOptions(CommandLine line) {
        List<String> sections = new ArrayList<>(line.getHelpSectionKeys());
        sections.remove(UsageMessageSpec.SECTION_KEY_HEADER_HEADING);
        List<String> commands =
                List.of(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, UsageMessageSpec.SECTION_KEY_COMMAND_LIST);
        sections.removeAll(commands);
        sections.addAll(sections.indexOf(UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING), commands);
        line.setHelpSectionKeys(sections);
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

    private static PrintWriter writer(FileDescriptor stream, Charset charset) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), charset), true);
    }

    /** A Windows console has a code page of its own; everything else reads UTF-8. */
    private static Charset terminalCharset() {
        Optional<Console> console = TerminalProgress.terminal();
        return Invocation.isWindows() && console.isPresent() ? console.get().charset() : StandardCharsets.UTF_8;
    }
}
