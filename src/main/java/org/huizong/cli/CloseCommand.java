package org.huizong.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.huizong.catalogue.Catalogue;
import org.huizong.model.Period;
import org.huizong.office.OpenMatters;
import org.huizong.store.Store;
import org.huizong.wording.MessageBundle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Freezes a period and the earlier ones of its year, after asking if anything in them is open. */
@Command(name = "close")
final class CloseCommand implements Callable<Integer> {
    private final Huizong program;

    @Parameters(paramLabel = "PERIOD", descriptionKey = "PERIOD")
    String period = "";

    @Option(names = "--reason", paramLabel = "TEXT")
    String reason = "";

    @Option(names = "--yes")
    boolean yes;

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
            Catalogue catalogue = program.catalogue();
            List<String> open =
                    new OpenMatters(catalogue, store, program.wording(catalogue), program.today()).lines(wanted);
            if (!open.isEmpty() && !isMeant(wanted, open)) {
                program.say("cli.close.not", wanted);
                return Exit.OPEN;
            }
            program.acts(store).close(wanted, reason);
            program.say("cli.close.done", together(wanted));
            program.next("closed");
        }
        return Exit.DONE;
    }

    /** Says what is closed together: of January, it alone. */
    private String together(Period wanted) {
        MessageBundle words = program.words();
        int month = wanted.last().getMonthValue();
        return month == 1 ? words.period(wanted) : words.text("cli.close.together", words.period(wanted), month);
    }

    /** Shows what is open and asks whether to close all the same. */
    private boolean isMeant(Period wanted, List<String> open) {
        program.say("cli.close.list", together(wanted));
        open.forEach(line -> program.paragraph("  ", line));
        return yes
                || program.ask("cli.close.ask")
                        .orElseThrow(() -> new UsageException(program.words().text("cli.close.yes", wanted)));
    }
}
