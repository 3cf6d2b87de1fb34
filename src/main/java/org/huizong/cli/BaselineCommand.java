package org.huizong.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.huizong.baseline.BaselineKeeping;
import org.huizong.baseline.BaselineOutcome;
import org.huizong.catalogue.Catalogue;
import org.huizong.model.BaselineFigure;
import org.huizong.store.BaselineStore.Difference;
import org.huizong.store.BaselineStore.Replacement;
import org.huizong.store.Store;
import org.huizong.store.StoredBaseline;
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
            print(wording, (BaselineOutcome.Kept) outcome);
            program.next("baseline");
            return Exit.DONE;
        }
    }

    private void print(Wording wording, BaselineOutcome.Kept kept) {
        Difference difference = kept.difference();
        if (kept.isChange()) {
            program.say(
                    "cli.baseline.kept",
                    difference.added().size(),
                    difference.replaced().size(),
                    kept.removed().size(),
                    difference.unchanged().size());
        } else {
            program.say("cli.baseline.same", difference.unchanged().size());
        }
        list(difference.replaced(), r -> replaced(wording, r));
        list(kept.removed(), r -> program.words().text("cli.baseline.removed", what(wording, r.figure()), value(r)));
        if (kept.removed().isEmpty() && !difference.left().isEmpty()) {
            program.say("cli.baseline.left", difference.left().size());
            list(
                    difference.left(),
                    l -> program.words().text("cli.baseline.stays", what(wording, l.figure()), value(l), l.file()));
        }
    }

    private String replaced(Wording wording, Replacement replacement) {
        return program.words()
                .text(
                        "cli.baseline.replaced",
                        what(wording, replacement.now()),
                        value(replacement.before()),
                        replacement.now().value().toPlainString());
    }

    private static String value(StoredBaseline stored) {
        return stored.figure().value().toPlainString();
    }

    private static String what(Wording wording, BaselineFigure figure) {
        return wording.text(
                "cli.baseline.figure",
                wording.period(figure.period()),
                wording.label(figure.unit()),
                wording.label(figure.code()));
    }

    private <T> void list(List<T> all, Function<T, String> sentence) {
        program.list(all, one -> program.out().println(Huizong.visible(sentence.apply(one))), "cli.list.more");
    }
}
