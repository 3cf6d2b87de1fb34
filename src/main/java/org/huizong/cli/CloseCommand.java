package org.huizong.cli;

import java.time.Instant;
import java.util.concurrent.Callable;
import org.huizong.period.Period;
import org.huizong.store.EventStore.Event;
import org.huizong.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Freezes a period and the earlier ones of its year. */
@Command(name = "close")
final class CloseCommand implements Callable<Integer> {
    private final Huizong program;

    @Parameters(paramLabel = "PERIOD", descriptionKey = "PERIOD")
    String period = "";

    @Option(names = "--reason", paramLabel = "TEXT")
    String reason = "";

    CloseCommand(Huizong program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        Period wanted = program.period(period);
        try (Store store = program.existingStore()) {
            if (store.editions().latest(wanted).isEmpty()) {
                throw new UsageException(program.words().text("cli.close.unpublished", wanted));
            }
            store.events().add(new Event(Instant.now(program.clock()), program.who(), "close", wanted, "", reason));
            program.say("cli.close.done", wanted);
            program.next("closed", program.data.toAbsolutePath());
        }
        return Exit.DONE;
    }
}
