package org.huizong.cli;

import java.util.List;
import java.util.function.Predicate;
import org.huizong.model.Period;
import org.huizong.office.OfficeActs;
import org.huizong.store.Store;
import org.huizong.store.StoredSubmission;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds what the commands that change one submission ask for: the period, the file it came in, and why. */
final class SentFile {
    @Parameters(index = "0", paramLabel = "PERIOD", descriptionKey = "PERIOD")
    String period = "";

    @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "sent")
    String file = "";

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    String reason = "";

    /**
     * Changes what came in the file, with the reason on record.
     *
     * @param what name of the command
     * @param which which of its submissions are changed
     * @param change changes those
     */
    int change(Huizong program, String what, Predicate<StoredSubmission> which, Change change) {
        program.needed(reason, "--reason");
        Period wanted = program.period(period);
        try (Store store = program.existingStore()) {
            List<StoredSubmission> found = SentFiles.of(program, store, wanted, file, which);
            change.make(program.acts(store), wanted, found, reason);
            program.say("cli." + what + ".done", file, found.size(), wanted);
            program.next("consolidate", wanted);
        }
        return Exit.DONE;
    }

    /** What is done to submissions of a period, and why. */
    interface Change {
        void make(OfficeActs acts, Period period, List<StoredSubmission> submissions, String reason);
    }
}
