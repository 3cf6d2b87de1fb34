package org.huizong.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints a script after which bash and zsh complete commands and options at the tab key. */
@Command(name = "completion")
final class CompletionCommand implements Callable<Integer> {
    private final Huizong program;

    @Spec
    CommandSpec spec = CommandSpec.create();

    CompletionCommand(Huizong program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        program.out().print(AutoComplete.bash("huizong", spec.root().commandLine()));
        program.out().flush();
        program.next("completion");
        return Exit.DONE;
    }
}
