package org.huizong.cli;

import java.io.PrintWriter;
import java.util.Set;
import java.util.stream.Collectors;
import org.huizong.text.Nearest;
import org.huizong.wording.MessageBundle;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what was wrong with a command in the user's language, with the nearest right one. */
final class UsageFaults implements IParameterExceptionHandler {
    private final MessageBundle words;

    UsageFaults(MessageBundle words) {
        this.words = words;
    }

    @Override
    public int handleParseException(ParameterException fault, String[] args) {
        CommandLine command = fault.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        PrintWriter err = Screen.of(command.getErr());
        err.println(sentence(fault));
        err.println(words.text("cli.usage.help", name));
        return Exit.USAGE;
    }

    private String sentence(ParameterException fault) {
        if (fault instanceof UnmatchedArgumentException unmatched) {
            return unknown(unmatched);
        }
        if (fault instanceof MissingParameterException missing) {
            return words.text(
                    "cli.usage.missing",
                    missing.getMissing().stream().map(this::what).collect(Collectors.joining(", ")));
        }
        ArgSpec argument = fault.getArgSpec();
        return words.text("cli.usage.value", String.valueOf(fault.getValue()), argument == null ? "" : what(argument));
    }

    /** The first word that nobody understands, with the command or the option that comes nearest. */
    private String unknown(UnmatchedArgumentException fault) {
        CommandLine command = fault.getCommandLine();
        String word = fault.getUnmatched().get(0);
        boolean option = word.startsWith("-");
        String name = option && word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
        Set<String> known = option
                ? command.getCommandSpec().optionsMap().keySet()
                : command.getSubcommands().keySet();
        String near = Nearest.of(name, known);
        String shown = Huizong.visible(name);
        return near.isEmpty()
                ? words.text("cli.usage.unknown", shown)
                : words.text("cli.usage.unknown.near", shown, near);
    }

    /** What is missing by its name, with what it is. */
    private String what(ArgSpec argument) {
        String name = argument.isOption() ? ((OptionSpec) argument).longestName() : argument.paramLabel();
        String description = String.join("", argument.description());
        return description.isEmpty() ? name : words.text("cli.usage.what", name, description);
    }
}
