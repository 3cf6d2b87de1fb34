package org.huizong.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.huizong.period.Period;
import org.huizong.store.Store;
import org.huizong.store.StoredSubmission;
import org.huizong.submission.Disposition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes one submission back, with a reason on record; also how a conflict is settled. */
@Command(name = "withdraw")
final class WithdrawCommand implements Callable<Integer> {
    private final Huizong program;

    @Parameters(index = "0", paramLabel = "PERIOD", descriptionKey = "PERIOD")
    String period = "";

    @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "sent")
    String file = "";

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    String reason = "";

    WithdrawCommand(Huizong program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        program.needed(reason, "--reason");
        Period wanted = program.period(period);
        try (Store store = program.existingStore()) {
            List<StoredSubmission> found =
                    SentFiles.of(program, store, wanted, file, s -> s.disposition() != Disposition.WITHDRAWN);
            new SentFiles.Change(program, store, wanted, "withdraw", reason)
                    .make(found, s -> store.submissions().withdraw(s.id()));
            program.say("cli.withdraw.done", file, found.size(), wanted);
            program.next("consolidate", wanted);
        }
        return Exit.DONE;
    }
}
