package org.huizong.cli;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Nearest;
import org.huizong.consolidation.Editions;
import org.huizong.job.SubmissionChecks;
import org.huizong.period.Period;
import org.huizong.store.EventStore.Event;
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
            if (store.events().isClosed(wanted)) {
                throw new UsageException(program.words().text("cli.withdraw.closed", wanted));
            }
            List<StoredSubmission> standing = store.submissions().within(wanted).stream()
                    .filter(s -> s.period().equals(wanted) && s.disposition() != Disposition.WITHDRAWN)
                    .toList();
            List<StoredSubmission> found =
                    standing.stream().filter(s -> s.file().equals(file)).toList();
            if (found.isEmpty()) {
                throw new UsageException(none(wanted, standing));
            }
            Catalogue catalogue = program.catalogue();
            store.together(() -> {
                found.forEach(submission -> withdraw(store, submission));
                new SubmissionChecks(catalogue, store, wanted, program.today()).run();
                new Editions(catalogue, store).markStale(wanted);
            });
            program.say("cli.withdraw.done", file, found.size(), wanted);
            program.next("consolidate", wanted);
        }
        return Exit.DONE;
    }

    private String none(Period wanted, List<StoredSubmission> standing) {
        Set<String> files = standing.stream().map(StoredSubmission::file).collect(Collectors.toSet());
        String near = Huizong.visible(Nearest.of(file, files));
        String asked = Huizong.visible(file);
        return near.isEmpty()
                ? program.words().text("cli.withdraw.none", asked, wanted)
                : program.words().text("cli.withdraw.near", asked, wanted, near);
    }

    private void withdraw(Store store, StoredSubmission submission) {
        store.submissions().withdraw(submission.id());
        store.events()
                .add(new Event(
                        Instant.now(program.clock()),
                        program.who(),
                        "withdraw",
                        submission.period(),
                        submission.file() + " [" + submission.sheet() + "]",
                        reason));
    }
}
