package org.huizong.cli;

import java.util.concurrent.Callable;
import org.huizong.model.Period;
import org.huizong.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Opens a closed period again, with a reason on record; what its registers say counts by its day again. */
@Command(name = "reopen")
final class ReopenCommand implements Callable<Integer> {
    private final Huizong program;

    @Parameters(paramLabel = "PERIOD", descriptionKey = "PERIOD")
    String period = "";

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    String reason = "";

    ReopenCommand(Huizong program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        program.needed(reason, "--reason");
        Period wanted = program.period(period);
        try (Store store = program.existingStore()) {
            if (!store.events().isClosed(wanted)) {
                throw new UsageException(program.words().text("cli.reopen.open", wanted));
            }
            program.acts(store).reopen(wanted, reason);
            program.say("cli.reopen.done", wanted);
            program.next("reopened", wanted);
        }
        return Exit.DONE;
    }
}
