package org.huizong.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.huizong.model.Disposition;
import org.huizong.model.Period;
import org.huizong.store.Store;
import org.huizong.store.StoredSubmission;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts the day on record on which a file came, with a reason: whether it came in time depends on it. */
@Command(name = "received")
final class ReceivedCommand implements Callable<Integer> {
    private final Huizong program;

    @Parameters(index = "0", paramLabel = "PERIOD", descriptionKey = "PERIOD")
    String period = "";

    @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "sent.place")
    String place = "";

    @Parameters(index = "2", paramLabel = "DATE", descriptionKey = "came")
    String day = "";

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    String reason = "";

    ReceivedCommand(Huizong program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        program.needed(reason, "--reason");
        Period wanted = program.period(period);
        LocalDate came = program.date(day);
        if (came.isAfter(program.today())) {
            throw new UsageException(program.words().text("cli.received.future", came, program.today()));
        }
        try (Store store = program.existingStore()) {
            List<String> files =
                    SentFiles.below(program, store, wanted, place, s -> s.disposition() != Disposition.WITHDRAWN)
                            .stream()
                            .map(StoredSubmission::file)
                            .distinct()
                            .toList();
            LocalDate counted = program.acts(store).receive(wanted, files, came, reason);
            program.say("cli.received.done", wanted, files.size(), counted);
            program.next("consolidate", wanted);
        }
        return Exit.DONE;
    }
}
