package org.huizong.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.huizong.aggregation.Consolidation;
import org.huizong.aggregation.Consolidator;
import org.huizong.catalogue.Catalogue;
import org.huizong.disk.TempFolder;
import org.huizong.model.Argument;
import org.huizong.model.Period;
import org.huizong.store.Edition;
import org.huizong.store.Store;
import org.huizong.text.Folding;
import org.huizong.wording.Wording;
import org.huizong.written.Outcome;
import org.huizong.written.ReportLine;
import org.huizong.written.ReportTable;
import org.huizong.written.Verification;
import org.huizong.written.VerifiedReport;
import org.huizong.written.mark.CommentedCopy;
import org.huizong.written.mark.Remark;
import org.huizong.written.read.DocumentReader;
import org.huizong.written.read.WrittenDocument;
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
        if (copy.toAbsolutePath().normalize().equals(file.toAbsolutePath().normalize())) {
            throw usage("cli.verify.itself", file);
        }
        WrittenDocument.Text document = read();
        Verification.Stated about = about(document);
        Catalogue catalogue = program.catalogue();
        Wording wording = program.wording(catalogue);
        Verification verification = new Verification(catalogue, wording);
        verification.stranger(document).ifPresent(other -> {
            throw usage("cli.verify.stranger", other, wording.label(catalogue.top()));
        });
        try (Store store = program.existingStore()) {
            Edition edition = store.editions()
                    .latest(about.period())
                    .orElseThrow(() -> usage("cli.verify.not_consolidated", about.period()));
            Consolidation figures = new Consolidator(catalogue, store).consolidate(about.period(), edition.asOf());
            VerifiedReport report = verification.verify(document, figures, edition, about.isToDate());
            print(wording, document, report, edition);
            boolean isMarked = CommentedCopy.write(
                    document,
                    report.lines().stream().map(line -> remark(wording, line)).toList(),
                    wording.text("written.author"),
                    copy);
            program.say(isMarked ? "cli.verify.copy" : "cli.verify.unmarked", copy.toAbsolutePath());
            csv.ifPresent(table -> {
                ReportTable.write(report, table);
                program.say("cli.verify.csv", report.lines().size(), table.toAbsolutePath());
            });
            program.next(report.isWrong() ? "verify.differs" : "verify.fine", file);
            return report.isWrong() ? Exit.OPEN : Exit.DONE;
        }
    }

    private UsageException usage(String key, Object... values) {
        return new UsageException(program.words().text(key, values));
    }

    private WrittenDocument.Text read() {
        WrittenDocument read = DocumentReader.read(file);
        if (read instanceof WrittenDocument.Text text) {
            return text;
        }
        var why = ((WrittenDocument.Refused) read).why();
        String key = "written." + why.finding();
        String limit = String.valueOf(why.arguments().getOrDefault("limit", Argument.of(0)));
        throw usage(program.words().has(key) ? key : "written.file.damaged", file, limit);
    }

    private Verification.Stated about(WrittenDocument.Text document) {
        Optional<Verification.Stated> stated = Verification.stated(document, YearMonth.from(program.today()));
        if (period.isEmpty()) {
            return stated.orElseThrow(() -> usage("cli.verify.no_period", file));
        }
        Period wanted = program.period(period.get());
        stated.filter(s -> !Verification.names(document, wanted.last().getYear()))
                .filter(s -> s.period().last().getYear() != wanted.last().getYear())
                .ifPresent(s -> {
                    throw usage("cli.verify.other_year", program.words().period(s.period()), wanted);
                });
        stated.map(Verification.Stated::period)
                .filter(p -> !p.equals(wanted))
                .ifPresent(p -> program.say(
                        "cli.verify.other_period",
                        program.words().period(p),
                        program.words().period(wanted)));
        return new Verification.Stated(
                wanted,
                stated.filter(s -> s.period().equals(wanted))
                        .map(Verification.Stated::isToDate)
                        .orElse(false));
    }

    private Path beside() {
        String name = file.getFileName().toString();
        int ending = name.lastIndexOf('.');
        String plain = ending > 0 ? name.substring(0, ending) : name;
        return file.resolveSibling(plain + program.words().text("cli.verify.suffix") + ".docx");
    }

    private void print(Wording wording, WrittenDocument.Text document, VerifiedReport report, Edition edition) {
        program.say("cli.verify.head", wording.period(edition.period()), edition.number(), edition.asOf());
        edition.stale()
                .ifPresent(why ->
                        program.say("cli.status.stale", wording.period(edition.period()), why, edition.period()));
        if (document.pictures() > 0) {
            program.say("cli.verify.pictures", document.pictures());
        }
        if (!document.blankPages().isEmpty()) {
            program.say(
                    "cli.verify.blank_pages",
                    wording.list(
                            document.blankPages().stream().map(String::valueOf).toList()));
        }
        if (report.lines().isEmpty()) {
            program.say("cli.verify.none");
            return;
        }
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
                        wording.text("written.outcome." + l.outcome().name().toLowerCase(Locale.ROOT)),
                        l.place(),
                        Folding.shorten(l.quote()),
                        l.theirs(),
                        l.ours(),
                        l.source(),
                        l.remark())));
        program.table(rows);
        program.out().println();
        program.say(
                "cli.verify.counts",
                report.lines().size(),
                report.count(Outcome.AGREES),
                report.count(Outcome.DIFFERS),
                report.count(Outcome.SUM),
                report.count(Outcome.OPEN),
                report.count(Outcome.ABSENT));
        if (report.contradicted() > 0) {
            program.say("cli.verify.contradicted", report.contradicted());
        }
        report.notes().forEach(note -> program.paragraph("", note));
    }

    private static Remark remark(Wording wording, ReportLine line) {
        Remark.Tint tint = line.isWrong()
                ? Remark.Tint.BAD
                : line.outcome() == Outcome.AGREES ? Remark.Tint.GOOD : Remark.Tint.OPEN;
        List<String> said = new ArrayList<>();
        said.add(wording.text("written.outcome." + line.outcome().name().toLowerCase(Locale.ROOT)));
        if (!line.ours().isEmpty()) {
            said.add(wording.text("written.comment.ours", line.ours()));
        }
        if (!line.source().isEmpty()) {
            said.add(wording.text("written.comment.source", line.source()));
        }
        if (!line.remark().isEmpty()) {
            said.add(line.remark());
        }
        return new Remark(line.paragraph(), line.start(), line.end(), tint, String.join("\n", said));
    }
}
