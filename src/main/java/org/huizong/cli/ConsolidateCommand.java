package org.huizong.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.huizong.catalogue.Catalogue;
import org.huizong.disk.DiskException;
import org.huizong.job.MonthlyJob;
import org.huizong.job.Outcome;
import org.huizong.job.Request;
import org.huizong.model.Period;
import org.huizong.office.NextStep;
import org.huizong.spreadsheet.write.FirstWorkbook;
import org.huizong.store.Store;
import org.huizong.wording.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The monthly job. */
@Command(name = "consolidate")
final class ConsolidateCommand implements Callable<Integer> {
    private final Huizong program;

    @Parameters(paramLabel = "PERIOD", descriptionKey = "PERIOD")
    String period = "";

    @Option(names = "--returns", paramLabel = "DIR")
    Optional<Path> returns = Optional.empty();

    @Option(names = "--to", paramLabel = "DIR")
    Optional<Path> to = Optional.empty();

    @Option(names = "--public", descriptionKey = "public")
    boolean isPublic;

    ConsolidateCommand(Huizong program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        Period wanted = program.period(period);
        Request request =
                new Request(wanted, folder(wanted), to(wanted), program.today(), Instant.now(program.clock()));
        request = isPublic ? request.withPublicPage() : request;
        FirstWorkbook.prepare();
        Catalogue catalogue = program.catalogue();
        Wording wording = program.wording(catalogue);
        try (Store store = program.store()) {
            Outcome outcome = new MonthlyJob(catalogue, wording, store).run(request, new TerminalProgress(program));
            OutcomeText text = new OutcomeText(program, catalogue, wording);
            text.print(outcome);
            if (isPublic) {
                program.say(
                        "cli.consolidate.public", to(wanted).resolve("public").toAbsolutePath());
            }
            program.next(NextStep.after(outcome, returns.orElse(Path.of("returns", wanted.code()))));
            return outcome.isComplete() ? Exit.DONE : Exit.OPEN;
        }
    }

    private Path to(Period wanted) {
        return to.orElse(Path.of("output", wanted.code()));
    }

    /**
     * A month needs its folder, which is made if it is the usual one, to be filled; a longer period takes its months from
     * the store and may have no folder of its own.
     */
    private Optional<Path> folder(Period wanted) {
        Path folder = returns.orElse(Path.of("returns", wanted.code()));
        if (Files.isDirectory(folder)) {
            return Optional.of(folder);
        }
        if (returns.isPresent()) {
            throw new UsageException(program.words().text("cli.no.returns", folder.toAbsolutePath()));
        }
        if (wanted.isMonth()) {
            make(folder);
            boolean knowsHow = program.hasStore() || Files.isDirectory(TemplatesCommand.usual(wanted));
            throw new UsageException(program.words()
                    .text(knowsHow ? "cli.made.returns" : "cli.made.returns.first", folder.toAbsolutePath(), wanted));
        }
        return Optional.empty();
    }

    private static void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new DiskException(folder, e);
        }
    }
}
