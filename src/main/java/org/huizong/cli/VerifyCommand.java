package org.huizong.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.huizong.catalogue.Catalogue;
import org.huizong.disk.DiskException;
import org.huizong.disk.TempFolder;
import org.huizong.disk.WholeFile;
import org.huizong.edition.Editions;
import org.huizong.office.ReportCheck;
import org.huizong.store.Edition;
import org.huizong.store.Store;
import org.huizong.text.Folding;
import org.huizong.wording.Wording;
import org.huizong.written.ReportTable;
import org.huizong.written.VerifiedReport;
import org.huizong.written.mark.CommentedCopy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A written report held against the figures. */
@Command(name = "verify")
final class VerifyCommand implements Callable<Integer> {
    private final Huizong program;

    @Parameters(paramLabel = "FILE", descriptionKey = "FILE")
    Path file = Path.of("");

    @Option(names = "--period", paramLabel = "PERIOD")
    Optional<String> period = Optional.empty();

    @Option(names = "--to", paramLabel = "FILE")
    Optional<Path> to = Optional.empty();

    @Option(names = "--csv", paramLabel = "FILE")
    Optional<Path> csv = Optional.empty();

    VerifyCommand(Huizong program) {
        this.program = program;
    }

    @Override
    @SuppressWarnings("try") // held, and not looked at
    public Integer call() throws IOException {
        // what a PDF unpacks lies where the next start deletes it if this one is killed
        try (TempFolder temp = program.temp()) {
            return verify();
        }
    }

    private int verify() {
        if (!Files.isRegularFile(file)) {
            throw usage("cli.no.file", file.toAbsolutePath());
        }
        Path copy = to.orElseGet(this::beside);
        if (isSame(copy, file)) {
            throw usage("cli.verify.itself", file);
        }
        csv.filter(table -> isSame(table, file) || isSame(table, copy)).ifPresent(table -> {
            throw usage("cli.verify.csv.itself", table);
        });
        Catalogue catalogue = program.catalogue();
        Wording wording = program.wording(catalogue);
        ReportCheck check = new ReportCheck(catalogue, wording, program.today());
        ReportCheck.Read read = read(check);
        try (Store store = program.existingStore()) {
            ReportCheck.Checked checked = checked(check, read, store, catalogue);
            VerifiedReport report = checked.report();
            print(wording, check, checked);
            Optional<CommentedCopy> written = check.copy(checked, copy);
            program.say(written.isPresent() ? "cli.verify.copy" : "cli.verify.unmarked", copy.toAbsolutePath());
            written.flatMap(CommentedCopy::kept).ifPresent(this::sayKept);
            csv.ifPresent(table -> {
                Optional<Path> kept = WholeFile.write(table, part -> ReportTable.write(report, part));
                program.say("cli.verify.csv", report.lines().size(), table.toAbsolutePath());
                kept.ifPresent(this::sayKept);
            });
            program.next(report.isWrong() ? "verify.differs" : "verify.fine", file);
            return report.isWrong() ? Exit.OPEN : Exit.DONE;
        }
    }

    private void sayKept(Path kept) {
        program.say("cli.verify.kept", kept.toAbsolutePath());
    }

    /** Whether two names are those of one file, be it there or not. */
    private static boolean isSame(Path one, Path other) {
        try {
            if (Files.exists(one) && Files.exists(other)) {
                return Files.isSameFile(one, other);
            }
            return one.toAbsolutePath()
                    .normalize()
                    .equals(other.toAbsolutePath().normalize());
        } catch (IOException e) {
            throw new DiskException(one, e);
        }
    }

    private UsageException usage(String key, Object... values) {
        return new UsageException(program.words().text(key, values));
    }

    private ReportCheck.Read read(ReportCheck check) {
        ReportCheck.Reading reading = check.read(file, file, period.map(program::period));
        if (reading instanceof ReportCheck.Read read) {
            return read;
        }
        throw usage((ReportCheck.Refused) reading);
    }

    private ReportCheck.Checked checked(ReportCheck check, ReportCheck.Read read, Store store, Catalogue catalogue) {
        ReportCheck.Result result = check.check(read, store, new Editions(catalogue, store)::now);
        if (result instanceof ReportCheck.Checked checked) {
            return checked;
        }
        throw usage((ReportCheck.Refused) result);
    }

    private UsageException usage(ReportCheck.Refused refused) {
        boolean isOfFile = program.words().has("written." + refused.code());
        return usage(
                (isOfFile ? "written." : "cli.verify.") + refused.code(),
                refused.values().toArray());
    }

    private Path beside() {
        return file.resolveSibling(
                ReportCheck.copyName(program.words(), file.getFileName().toString()));
    }

    private void print(Wording wording, ReportCheck check, ReportCheck.Checked checked) {
        Edition edition = checked.edition();
        VerifiedReport report = checked.report();
        program.say("cli.verify.head", wording.period(edition.period()), edition.number(), edition.asOf());
        if (!checked.fits()) {
            program.say("cli.verify.stale", edition.number(), edition.period());
        }
        check.notices(checked).forEach(notice -> program.paragraph("", notice));
        if (!report.lines().isEmpty()) {
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of(
                    wording.text("cli.verify.column.outcome"),
                    wording.text("cli.verify.column.place"),
                    wording.text("cli.verify.column.quote"),
                    wording.text("cli.verify.column.theirs"),
                    wording.text("cli.verify.column.ours"),
                    wording.text("cli.verify.column.source"),
                    wording.text("cli.verify.column.remark")));
            report.gravestFirst()
                    .forEach(l -> rows.add(List.of(
                            check.word(l),
                            l.place(),
                            Folding.shorten(l.quote()),
                            l.theirs(),
                            l.ours(),
                            l.source(),
                            l.remark())));
            program.table(rows);
            program.out().println();
        }
        check.counts(report).forEach(counted -> program.paragraph("", counted));
        report.notes().forEach(note -> program.paragraph("", note));
    }
}
