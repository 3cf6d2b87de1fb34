package org.huizong.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.huizong.carry.CarryForward;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Obligation;
import org.huizong.catalogue.Return;
import org.huizong.catalogue.Unit;
import org.huizong.model.Period;
import org.huizong.store.Store;
import org.huizong.template.Prefill;
import org.huizong.template.TemplateWriter;
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
        TemplateWriter writer = new TemplateWriter(catalogue, program.wording(catalogue));
        return period.map(program::period)
                .map(p -> issue(catalogue, writer, p))
                .orElseGet(() -> blank(catalogue, writer));
    }

    private int blank(Catalogue catalogue, TemplateWriter writer) {
        if (!units.isEmpty()) {
            throw new UsageException(program.words().text("cli.templates.unit"));
        }
        List<Return> forms = catalogue.forms(catalogue.newest());
        together(
                to.orElse(Path.of("input-templates")),
                forms.size(),
                files -> forms.forEach(form -> files.write(writer.fileName(form), out -> writer.blank(form, out))));
        program.next("blank");
        return Exit.DONE;
    }

    private int issue(Catalogue catalogue, TemplateWriter writer, Period wanted) {
        List<Unit> owing = owing(catalogue, wanted);
        List<CarryForward.Lost> lost = new ArrayList<>();
        together(to.orElse(Path.of("output", "templates-" + wanted)), owing.size(), files -> {
            if (program.hasStore()) {
                try (Store store = program.store()) {
                    CarryForward known = new CarryForward(catalogue, program.wording(catalogue), store, wanted);
                    owing.forEach(u -> issue(writer, files, u, wanted, known.to(u.code())));
                    lost.addAll(known.lost());
                }
            } else {
                owing.forEach(u -> issue(writer, files, u, wanted, Prefill.NONE));
            }
        });
        Wording wording = program.wording(catalogue);
        lost.forEach(l -> program.say("cli.templates.lost", wording.label(l.unit()), wording.label(l.register())));
        program.next("issued", wanted);
        return Exit.DONE;
    }

    /** Writes all templates or none; in which case it says so, and the reason comes behind. */
    private void together(Path folder, int count, Consumer<FileSet> templates) {
        try (FileSet files = new FileSet(folder)) {
            templates.accept(files);
            files.publish();
        } catch (RuntimeException e) {
            program.err().println(program.words().text("cli.templates.none", Huizong.visible(folder.toAbsolutePath())));
            throw e;
        }
        program.say("cli.templates.done", count, folder.toAbsolutePath());
    }

    private List<Unit> owing(Catalogue catalogue, Period wanted) {
        List<String> wantedUnits =
                units.stream().map(u -> program.unit(catalogue, u)).toList();
        List<String> owing =
                catalogue.owed(wanted).stream().map(Obligation::unit).distinct().toList();
        return catalogue.units().stream()
                .filter(u -> owing.contains(u.code()))
                .filter(u -> wantedUnits.isEmpty() || wantedUnits.contains(u.code()))
                .toList();
    }

    private static void issue(TemplateWriter writer, FileSet files, Unit unit, Period period, Prefill prefill) {
        files.write(writer.fileName(unit, period), out -> writer.issue(unit, period, prefill, out));
    }
}
