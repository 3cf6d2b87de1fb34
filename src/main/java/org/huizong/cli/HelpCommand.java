package org.huizong.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.huizong.text.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a command does and how it is written, with examples; without a command, which there are. */
@Command(name = "help")
final class HelpCommand implements Callable<Integer> {
    private final Huizong program;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "COMMAND", arity = "0..*", descriptionKey = "command")
    List<String> path = List.of();

    HelpCommand(Huizong program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        CommandLine asked = spec.root().commandLine();
        for (String name : path) {
            CommandLine next = asked.getSubcommands().get(name);
            if (next == null) {
                String near = Nearest.of(name, asked.getSubcommands().keySet());
                throw new UsageException(
                        near.isEmpty()
                                ? program.words().text("cli.usage.unknown", name)
                                : program.words().text("cli.usage.unknown.near", name, near));
            }
            asked = next;
        }
        asked.usage(asked.getOut());
        return Exit.DONE;
    }
}
