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

/** Undoes that a submission was taken back, with a reason on record. */
@Command(name = "restore")
final class RestoreCommand implements Callable<Integer> {
    private final Huizong program;

    @Parameters(index = "0", paramLabel = "PERIOD", descriptionKey = "PERIOD")
    String period = "";

    @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "sent")
    String file = "";

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    String reason = "";

    RestoreCommand(Huizong program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        program.needed(reason, "--reason");
        Period wanted = program.period(period);
        try (Store store = program.existingStore()) {
            List<StoredSubmission> found =
                    SentFiles.of(program, store, wanted, file, s -> s.disposition() == Disposition.WITHDRAWN);
            new SentFiles.Change(program, store, wanted, "restore", reason)
                    .make(found, s -> store.submissions().restore(s.id()));
            program.say("cli.restore.done", file, found.size(), wanted);
            program.next("consolidate", wanted);
        }
        return Exit.DONE;
    }
}
