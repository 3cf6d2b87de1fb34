package org.huizong.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Explanations;
import org.huizong.model.Disposition;
import org.huizong.model.Finding;
import org.huizong.model.Period;
import org.huizong.office.OfficeActs;
import org.huizong.store.Store;
import org.huizong.store.StoredFinding;
import org.huizong.store.StoredSubmission;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts on record what a sender told the office to explain a query, for example on the telephone. */
@Command(name = "explain")
final class ExplainCommand implements Callable<Integer> {
    private final Huizong program;

    @Parameters(index = "0", paramLabel = "PERIOD", descriptionKey = "PERIOD")
    String period = "";

    @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "sent")
    String file = "";

    @Parameters(index = "2", paramLabel = "RULE", descriptionKey = "asked")
    String rule = "";

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    String reason = "";

    @Option(names = "--cell", paramLabel = "CELL")
    String cell = "";

    ExplainCommand(Huizong program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        program.needed(reason, "--reason");
        Period wanted = program.period(period);
        Catalogue catalogue = program.catalogue();
        if (new Explanations(catalogue).sayNothing(reason)) {
            throw new UsageException(program.words().text("cli.explain.nothing", Huizong.visible(reason)));
        }
        try (Store store = program.existingStore()) {
            OfficeActs acts = program.acts(store);
            String told = program.words().text("explanation.told", reason.strip(), program.today());
            List<StoredSubmission> sent =
                    SentFiles.of(program, store, wanted, file, s -> s.disposition() != Disposition.WITHDRAWN);
            Map<StoredSubmission, List<Finding>> meant = new LinkedHashMap<>();
            sent.forEach(s -> meant.put(
                    s,
                    acts.asked(s).stream()
                            .filter(this::isMeant)
                            .map(StoredFinding::finding)
                            .toList()));
            int explained = meant.values().stream().mapToInt(List::size).sum();
            if (explained == 0) {
                throw new UsageException(none(acts, sent));
            }
            acts.explain(wanted, meant, told);
            program.say("cli.explain.done", file, explained);
            program.next("consolidate", wanted);
        }
        return Exit.DONE;
    }

    private boolean isMeant(StoredFinding asked) {
        return asked.finding().rule().equalsIgnoreCase(rule)
                && (cell.isEmpty() || asked.finding().where().cell().equalsIgnoreCase(cell));
    }

    /** Says that nothing of the kind is asked, and what is. */
    private String none(OfficeActs acts, List<StoredSubmission> sent) {
        String asked = sent.stream()
                .flatMap(s -> acts.asked(s).stream())
                .map(f -> f.finding().rule() + " " + f.finding().where().cell())
                .map(String::strip)
                .distinct()
                .collect(Collectors.joining(program.words().text("list.separator")));
        return asked.isEmpty()
                ? program.words().text("cli.explain.none", file)
                : program.words()
                        .text(
                                "cli.explain.other",
                                file,
                                Huizong.visible(rule + " " + cell).strip(),
                                asked);
    }
}
