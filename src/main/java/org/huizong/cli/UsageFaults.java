package org.huizong.cli;

import org.huizong.wording.Words;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what was wrong with a command in the user's language, with the nearest right one. */
final class UsageFaults implements IParameterExceptionHandler {
    private final Words words;

    UsageFaults(Words words) {
        this.words = words;
    }

    @Override
    public int handleParseException(ParameterException fault, String[] args) {
        CommandLine command = fault.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        command.getErr().println(sentence(fault));
        command.getErr().println(words.text("cli.usage.help", name));
        return Exit.USAGE;
    }

    private String sentence(ParameterException fault) {
        if (fault instanceof UnmatchedArgumentException unmatched) {
            String near = String.join(", ", unmatched.getSuggestions());
            String what = String.join(" ", unmatched.getUnmatched());
            return near.isEmpty()
                    ? words.text("cli.usage.unknown", what)
                    : words.text("cli.usage.unknown.near", what, near);
        }
        if (fault instanceof MissingParameterException missing) {
            String what = missing.getMissing().stream()
                    .map(m -> m.isOption() ? ((CommandLine.Model.OptionSpec) m).longestName() : m.paramLabel())
                    .reduce((a, b) -> a + ", " + b)
                    .orElse("");
            return words.text("cli.usage.missing", what);
        }
        return words.text("cli.usage.value", String.valueOf(fault.getValue()), label(fault));
    }

    private static String label(ParameterException fault) {
        var argument = fault.getArgSpec();
        return argument == null
                ? ""
                : argument.isOption() ? ((CommandLine.Model.OptionSpec) argument).longestName() : argument.paramLabel();
    }
}
