package org.huizong.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.huizong.baseline.BaselineKeeping;
import org.huizong.baseline.BaselineOutcome;
import org.huizong.catalogue.Catalogue;
import org.huizong.office.BaselineText;
import org.huizong.store.Store;
import org.huizong.wording.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes in figures of earlier periods that were never collected with this program. */
@Command(name = "baseline")
final class BaselineCommand implements Callable<Integer> {

    private final Huizong program;

    @Parameters(paramLabel = "FILE", descriptionKey = "table")
    Path file = Path.of("");

    @Option(names = "--replace")
    boolean replace;

    BaselineCommand(Huizong program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        if (!Files.isRegularFile(file)) {
            throw new UsageException(program.words().text("cli.no.file", Huizong.visible(file)));
        }
        Catalogue catalogue = program.catalogue();
        Wording wording = program.wording(catalogue);
        var act = new BaselineKeeping.Act(program.who(), Instant.now(program.clock()), program.today());
        try (Store store = program.store()) {
            BaselineOutcome outcome = new BaselineKeeping(catalogue, wording, store).keep(file, replace, act);
            if (outcome instanceof BaselineOutcome.Refused refused) {
                refused.faults()
                        .forEach(f -> program.err()
                                .println(Huizong.visible(program.words().fault(f))));
                program.err()
                        .println(program.words()
                                .text(
                                        "cli.baseline.refused",
                                        refused.faults().size(),
                                        Huizong.visible(file.getFileName())));
                return Exit.OPEN;
            }
            new BaselineText(wording)
                    .of((BaselineOutcome.Kept) outcome)
                    .forEach(line -> program.out().println(Huizong.visible(line)));
            program.next("baseline");
            return Exit.DONE;
        }
    }
}
