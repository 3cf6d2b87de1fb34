package org.huizong.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
            program.next(NextStep.after(outcome, usual(wanted)));
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
        Path folder = usual(wanted);
        if (Files.isDirectory(folder)) {
            return Optional.of(folder);
        }
        boolean isOfShelf = returns.filter(ConsolidateCommand::isShelf).isPresent();
        if (returns.isPresent() && (wanted.isMonth() || !isOfShelf)) {
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

    /** The folder of a period's returns: that which was given or, of one that holds a folder for each period, its own there. */
    private Path usual(Period wanted) {
        return returns.map(given -> isShelf(given) ? given.resolve(wanted.code()) : given)
                .orElse(Path.of("returns", wanted.code()));
    }

    /** Tells whether a folder holds folders of periods and no file: read as one period's, all others would go back. */
    private static boolean isShelf(Path given) {
        if (!Files.isDirectory(given)) {
            return false;
        }
        try (Stream<Path> inside = Files.list(given)) {
            List<Path> seen = inside.filter(
                            p -> !String.valueOf(p.getFileName()).startsWith("."))
                    .toList();
            return !seen.isEmpty()
                    && seen.stream()
                            .allMatch(p -> Files.isDirectory(p)
                                    && Period.tryParse(String.valueOf(p.getFileName()))
                                            .isPresent());
        } catch (IOException e) {
            throw new DiskException(given, e);
        }
    }

    private static void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new DiskException(folder, e);
        }
    }
}
