package org.huizong.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.huizong.carry.CarryForward;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Unit;
import org.huizong.model.Period;
import org.huizong.office.TemplateIssue;
import org.huizong.publish.FileSet;
import org.huizong.store.Store;
import org.huizong.wording.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes blank templates, or one prefilled workbook for each unit. */
@Command(name = "templates")
final class TemplatesCommand implements Callable<Integer> {
    private final Huizong program;

    @Option(names = "--period", paramLabel = "PERIOD")
    Optional<String> period = Optional.empty();

    @Option(names = "--unit", paramLabel = "CODE")
    List<String> units = List.of();

    @Option(names = "--to", paramLabel = "DIR")
    Optional<Path> to = Optional.empty();

    TemplatesCommand(Huizong program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        Catalogue catalogue = program.catalogue();
        TemplateIssue templates = new TemplateIssue(catalogue, program.wording(catalogue));
        return period.map(program::period)
                .map(p -> issue(catalogue, templates, p))
                .orElseGet(() -> blank(templates));
    }

    private int blank(TemplateIssue templates) {
        if (!units.isEmpty()) {
            throw new UsageException(program.words().text("cli.templates.unit"));
        }
        together(to.orElse(Path.of("input-templates")), templates::blank);
        program.next("blank");
        return Exit.DONE;
    }

    /** The folder of a period's templates, where no other is named. */
    static Path usual(Period period) {
        return Path.of("output", "templates-" + period);
    }

    private int issue(Catalogue catalogue, TemplateIssue templates, Period wanted) {
        List<String> named = units.stream().map(u -> program.unit(catalogue, u)).toList();
        List<Unit> owing = templates.owing(wanted).stream()
                .filter(u -> named.isEmpty() || named.contains(u.code()))
                .toList();
        List<CarryForward.Lost> lost = new ArrayList<>();
        together(to.orElse(usual(wanted)), files -> {
            if (program.hasStore()) {
                try (Store store = program.store()) {
                    lost.addAll(templates.issue(wanted, owing, Optional.of(store), files));
                }
            } else {
                lost.addAll(templates.issue(wanted, owing, Optional.empty(), files));
            }
            return owing.size();
        });
        Wording wording = program.wording(catalogue);
        lost.forEach(l -> program.say("cli.templates.lost", wording.label(l.unit()), wording.label(l.register())));
        program.next("issued", wanted);
        return Exit.DONE;
    }

    /** Writes all templates or none; in which case it says so, and the reason comes behind. */
    private void together(Path folder, ToIntFunction<TemplateIssue.Files> templates) {
        int count;
        try (FileSet files = new FileSet(folder)) {
            count = templates.applyAsInt((name, content) -> files.write(name, content::write));
            files.publish();
        } catch (RuntimeException e) {
            program.err().println(program.words().text("cli.templates.none", Huizong.visible(folder.toAbsolutePath())));
            throw e;
        }
        program.say("cli.templates.done", count, folder.toAbsolutePath());
    }
}
