package org.huizong.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.huizong.catalogue.BrokenCatalogueException;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Fault;
import org.huizong.catalogue.Rule;
import org.huizong.catalogue.Table;
import org.huizong.disk.DiskException;
import org.huizong.office.TrialText;
import org.huizong.review.RuleDifference;
import org.huizong.review.RuleTrial;
import org.huizong.review.TrialOutcome;
import org.huizong.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Tries changed rules on what is on record. */
@Command(name = "rules")
final class RulesCommand extends CommandGroup {
    private static final String RULES = "rules.csv";

    private final Huizong program;

    RulesCommand(Huizong program) {
        this.program = program;
    }

    @Command(name = "try")
    int tryOut(@Parameters(paramLabel = "FILE", descriptionKey = "rules") Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UsageException(program.words().text("cli.no.file", Huizong.visible(file)));
        }
        Catalogue inForce = program.catalogue();
        Catalogue tried = with(program, file);
        if (!program.hasStore()) {
            program.say(
                    "cli.try.nodata",
                    file.getFileName(),
                    CatalogueCommand.different(tried.rules(), Rule::id),
                    program.data);
            program.next("tried", file);
            return Exit.DONE;
        }
        try (Store store = program.store()) {
            TrialOutcome outcome = outcome(new RuleTrial(inForce, tried, store, program.today()));
            new TrialText(this::say, program.words(), inForce, tried).print(file, outcome);
            boolean different = outcome.rules().stream().anyMatch(RuleDifference::isOne);
            program.next(different ? "tried" : "rules", file);
        }
        return Exit.DONE;
    }

    private void say(String indent, String text) {
        if (text.isEmpty()) {
            program.out().println();
        } else {
            program.paragraph(indent, text);
        }
    }

    private TrialOutcome outcome(RuleTrial trial) {
        var progress = new TerminalProgress(program);
        progress.begin("tryRules", 0);
        try {
            return trial.run();
        } finally {
            progress.end();
        }
    }

    /** The catalogue in use with another table of rules; its faults say the name of the file. */
    static Catalogue with(Huizong program, Path file) {
        Map<String, byte[]> tables = new TreeMap<>(program.tables());
        try {
            tables.put(RULES, Table.bytes(file));
        } catch (IOException e) {
            throw new DiskException(file, e);
        }
        try {
            return Huizong.checked(tables);
        } catch (BrokenCatalogueException e) {
            throw new BrokenCatalogueException(e.faults().stream()
                    .map(f -> f.table().equals(RULES) ? named(f, Huizong.visible(file.getFileName())) : f)
                    .toList());
        }
    }

    private static Fault named(Fault fault, String file) {
        return new Fault(file, fault.line(), fault.column(), fault.kind(), fault.arguments());
    }
}
