package org.huizong.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.huizong.catalogue.Catalogue;
import org.huizong.disk.DiskException;
import org.huizong.model.Period;
import org.huizong.publish.NarrativeReport;
import org.huizong.publish.NarrativeReport.Written;
import org.huizong.publish.WrittenFile;
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
            Path folder = to.orElse(Path.of("output", "narrative-" + wanted));
            List<Path> kept = new ArrayList<>();
            try (FileSet files = new FileSet(folder)) {
                written.files().forEach(file -> files.write(file.name(), out -> out.write(file.content())));
                for (WrittenFile file : written.files()) {
                    keep(folder.resolve(file.name()), file.content()).ifPresent(kept::add);
                }
                files.publish();
            }
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

    /** Moves a report that stands there and says something else out of the way: somebody may have worked on it. */
    private static Optional<Path> keep(Path file, byte[] fresh) {
        try {
            if (!Files.isRegularFile(file) || Arrays.equals(Files.readAllBytes(file), fresh)) {
                return Optional.empty();
            }
            String name = String.valueOf(file.getFileName()).replaceFirst("\\.[a-z]+$", "");
            Path aside = file;
            String ending = String.valueOf(file.getFileName()).substring(name.length());
            for (int n = 1; Files.exists(aside); n++) {
                aside = file.resolveSibling(name + "-kept-" + n + ending);
            }
            return Optional.of(Files.move(file, aside));
        } catch (IOException e) {
            throw new DiskException(file, e);
        }
    }
}
