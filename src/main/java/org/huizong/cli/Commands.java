package org.huizong.cli;

import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;

/** Gives each command the program it belongs to. */
final class Commands implements IFactory {
    /** All there are, in the order in which they are listed. */
    private static final List<Class<?>> ALL = List.of(
            DemoCommand.class,
            OpenCommand.class,
            TemplatesCommand.class,
            CheckCommand.class,
            VerifyCommand.class,
            ConsolidateCommand.class,
            NarrativeCommand.class,
            BaselineCommand.class,
            StatusCommand.class,
            HistoryCommand.class,
            WithdrawCommand.class,
            RestoreCommand.class,
            BackupCommand.class,
            RestoreBackupCommand.class,
            ReceivedCommand.class,
            AssessCommand.class,
            ExplainCommand.class,
            CloseCommand.class,
            ReopenCommand.class,
            CatalogueCommand.class,
            RulesCommand.class,
            CompletionCommand.class,
            HelpCommand.class);

    /** Commands that speak of all others. */
    private static final Set<Class<?>> OF_ALL = Set.of(CompletionCommand.class, HelpCommand.class);

    /** Options that may stand before a command, without and with a value. */
    private static final Set<String> SWITCHES = Set.of("--no-color", "-v");

    private static final Set<String> WITH_VALUE = Set.of("--catalogue", "--data", "--lang", "--as-of");

    private final Huizong program;

    Commands(Huizong program) {
        this.program = program;
    }

    /**
     * The program with the command that the arguments call: to describe the others, too, takes longer than to find out
     * that nobody asks for them. Where it is not plain which is called they are all there.
     */
    static CommandLine line(Huizong program, List<String> args) {
        var factory = new Commands(program);
        CommandLine line = new CommandLine(program, factory);
        called(args).forEach(type -> line.addSubcommand(new CommandLine(type, factory)));
        return line;
    }

    private static List<Class<?>> called(List<String> args) {
        int at = 0;
        while (at < args.size() && isOption(args.get(at))) {
            at += WITH_VALUE.contains(args.get(at)) ? 2 : 1;
        }
        String word = at < args.size() ? args.get(at) : "";
        return ALL.stream()
                .filter(type -> !OF_ALL.contains(type) && name(type).equals(word))
                .<List<Class<?>>>map(List::of)
                .findFirst()
                .orElse(ALL);
    }

    private static boolean isOption(String arg) {
        int sign = arg.indexOf('=');
        return SWITCHES.contains(arg) || WITH_VALUE.contains(sign < 0 ? arg : arg.substring(0, sign));
    }

    private static String name(Class<?> type) {
        Command command = type.getAnnotation(Command.class);
        return command == null ? "" : command.name();
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        for (var constructor : type.getDeclaredConstructors()) {
            if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Huizong.class) {
                return type.cast(constructor.newInstance(program));
            }
        }
        return CommandLine.defaultFactory().create(type);
    }
}
