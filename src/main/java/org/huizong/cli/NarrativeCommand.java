package org.huizong.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.huizong.catalogue.Catalogue;
import org.huizong.model.Period;
import org.huizong.publish.NarrativeReport;
import org.huizong.publish.NarrativeReport.Written;
import org.huizong.publish.ReportFolder;
import org.huizong.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the report on a period in words. */
@Command(name = "narrative")
final class NarrativeCommand implements Callable<Integer> {
    private final Huizong program;

    @Parameters(paramLabel = "PERIOD", descriptionKey = "PERIOD")
    String period = "";

    @Option(names = "--to", paramLabel = "DIR")
    Optional<Path> to = Optional.empty();

    @Option(names = "--public", descriptionKey = "public")
    boolean isPublic;

    NarrativeCommand(Huizong program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        Period wanted = program.period(period);
        Catalogue catalogue = program.catalogue();
        try (Store store = program.existingStore()) {
            Written written = new NarrativeReport(catalogue, program.wording(catalogue), store)
                    .of(wanted, isPublic)
                    .orElseThrow(() -> new UsageException(program.words().text("cli.narrative.unknown", wanted)));
            Path folder = to.orElseGet(
                    () -> ReportFolder.in(Path.of("output"), wanted).path());
            List<Path> kept = new ReportFolder(folder).write(written.files());
            written.files()
                    .forEach(file -> program.say(
                            "cli.narrative.done",
                            folder.resolve(file.name()).toAbsolutePath(),
                            written.edition(),
                            written.asOf()));
            kept.forEach(k -> program.say("cli.narrative.kept", k.toAbsolutePath()));
            if (!written.fits()) {
                program.say("cli.narrative.stale", written.edition(), wanted);
            }
            boolean lacks = isPublic && !written.fits();
            if (lacks) {
                program.say("cli.narrative.public.stale", wanted);
            }
            program.next("narrative");
            return lacks ? Exit.OPEN : Exit.DONE;
        }
    }
}
