package org.huizong.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.huizong.model.Disposition;
import org.huizong.model.Period;
import org.huizong.store.Store;
import org.huizong.store.StoredSubmission;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Takes one submission back, with a reason on record; also how a conflict is settled. */
@Command(name = "withdraw")
final class WithdrawCommand implements Callable<Integer> {
    private final Huizong program;

    @Mixin
    SentFile sent = new SentFile();

    WithdrawCommand(Huizong program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        program.needed(sent.reason, "--reason");
        Period wanted = program.period(sent.period);
        try (Store store = program.existingStore()) {
            List<StoredSubmission> found =
                    SentFiles.of(program, store, wanted, sent.file, s -> s.disposition() != Disposition.WITHDRAWN);
            new SentFiles.Change(program, store, wanted, "withdraw", sent.reason)
                    .make(found, s -> store.submissions().withdraw(s.id()));
            program.say("cli.withdraw.done", sent.file, found.size(), wanted);
            program.next("consolidate", wanted);
        }
        return Exit.DONE;
    }
}
