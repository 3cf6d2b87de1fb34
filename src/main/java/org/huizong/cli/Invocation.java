package org.huizong.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.huizong.wording.CommandSpelling;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * How the program was called. The commands that it proposes begin with the same name and carry the options that were
 * typed, as far as they mean something to them.
 */
final class Invocation implements CommandSpelling {
    /** The name by which sentences call the program. */
    static final String PROGRAM = "huizong";

    private static final String PERIOD = "PERIOD";
    private static final String LANG = "--lang";

    /** Commands that do not look at a folder, or have one of their own. */
    private static final Map<String, Set<String>> WITHOUT = Map.of(
            "--data", Set.of("demo", "catalogue", "completion", "help"),
            "--catalogue", Set.of("demo", "catalogue export", "backup", "restore-backup", "completion", "help"));

    /** Commands that may be asked for the same day again; any other is run on a later one. */
    private static final Set<String> OF_A_DAY = Set.of("status", "close");

    /** Options of a run that another run of the same period needs. */
    private static final Set<String> FOLDERS = Set.of("--returns", "--to");

    private static final Pattern PLAIN_WORD = Pattern.compile("[\\p{L}\\p{N}_@%+=:,./-]+");
    private static final Pattern PLAIN_WINDOWS_WORD = Pattern.compile("[\\p{L}\\p{N}_@+:./\\\\~-]+");

    private final String name;
    private final boolean windows;
    private final Map<String, String> options = new LinkedHashMap<>();
    private Supplier<String> typed = () -> "";

    /** A call by that name, which may be a path. */
    Invocation(String name, boolean windows) {
        this.windows = windows;
        this.name = value(name);
    }

    /** The call of this process; the launcher says by which name, where it is not the plain one. */
    static Invocation ofProcess() {
        return new Invocation(System.getProperty("huizong.command", PROGRAM), isWindows());
    }

    static boolean isWindows() {
        return System.getProperty("os.name", "").startsWith("Windows");
    }

    /** The name of the program as it can be typed again. */
    String name() {
        return name;
    }

    /**
     * Remembers what was typed, once it is understood.
     *
     * @param periods gives the code of a period that was typed in some way of writing it
     */
    void remember(ParseResult parsed, UnaryOperator<String> periods) {
        for (ParseResult part = parsed; part != null; part = part.subcommand()) {
            part.matchedOptions().forEach(this::remember);
        }
        if (parsed.hasSubcommand() && parsed.subcommand().commandSpec().name().equals("demo")) {
            // the sample has a folder and a catalogue of its own
            options.keySet().retainAll(Set.of(LANG));
        }
        typed = () -> command(parsed, periods);
    }

    private static String command(ParseResult parsed, UnaryOperator<String> periods) {
        List<String> words = new ArrayList<>();
        for (ParseResult part = parsed.subcommand(); part != null; part = part.subcommand()) {
            words.add(part.commandSpec().name());
            part.matchedPositionals()
                    .forEach(typed -> typed.originalStringValues()
                            .forEach(
                                    word -> words.add(typed.paramLabel().equals(PERIOD) ? periods.apply(word) : word)));
        }
        return String.join(" ", words);
    }

    private void remember(OptionSpec option) {
        List<String> values = option.originalStringValues();
        if (!values.isEmpty()) {
            options.put(option.longestName(), values.get(values.size() - 1));
        }
    }

    @Override
    public String command(String command) {
        String asked = command.startsWith(PROGRAM + " ") ? command.substring(PROGRAM.length() + 1) : command;
        StringBuilder spelt = new StringBuilder(name).append(' ').append(asked);
        options.forEach((option, value) -> {
            if (isMeant(option, asked) && !asked.contains(" " + option + " ")) {
                spelt.append(' ').append(option).append(' ').append(value(value));
            }
        });
        return spelt.toString();
    }

    private boolean isMeant(String option, String asked) {
        if (WITHOUT.containsKey(option)) {
            return WITHOUT.get(option).stream().noneMatch(c -> isOf(asked, c));
        }
        if (FOLDERS.contains(option)) {
            return asked.startsWith("consolidate ") && asked.equals(typed.get());
        }
        return option.equals(LANG)
                || (option.equals("--as-of") && OF_A_DAY.stream().anyMatch(c -> isOf(asked, c)));
    }

    private static boolean isOf(String asked, String command) {
        return (asked + ' ').startsWith(command + ' ');
    }

    @Override
    public String value(String value) {
        String shown = Huizong.visible(value);
        if ((windows ? PLAIN_WINDOWS_WORD : PLAIN_WORD).matcher(shown).matches()) {
            return shown;
        }
        return windows
                // a backslash before the closing quote would take it away
                ? '"' + shown + (shown.endsWith("\\") ? "\\" : "") + '"'
                : "'" + shown.replace("'", "'\\''") + "'";
    }
}
