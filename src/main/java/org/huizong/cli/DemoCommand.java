package org.huizong.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.huizong.aggregation.EarlierFigures;
import org.huizong.aggregation.FilingStatus;
import org.huizong.baseline.BaselineKeeping;
import org.huizong.baseline.BaselineOutcome;
import org.huizong.carry.EarlierPrefill;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.demo.SampleBaseline;
import org.huizong.demo.SampleWriter;
import org.huizong.demo.SampleYear;
import org.huizong.demo.Sending;
import org.huizong.disk.DiskException;
import org.huizong.disk.FolderTree;
import org.huizong.disk.LockFile;
import org.huizong.disk.OwnFiles;
import org.huizong.job.MonthlyJob;
import org.huizong.job.Outcome;
import org.huizong.job.Progress;
import org.huizong.job.Request;
import org.huizong.model.Frequency;
import org.huizong.model.OfficeTime;
import org.huizong.model.Period;
import org.huizong.publish.OutputException;
import org.huizong.publish.PublicationPart;
import org.huizong.store.Store;
import org.huizong.template.TemplateWriter;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes the sample township's year and runs the real job on every month of it and on the year. */
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {
    private static final Set<PublicationPart> ALL = Set.of(PublicationPart.values());
    private static final int DUE_DAY = 5;
    private static final int DAYS_LATER = 5;

    /** Stands in a folder that a demo made, and in no other. */
    private static final String MARK = OwnFiles.DEMO;

    private final Huizong program;

    @Option(names = "--to", paramLabel = "DIR", defaultValue = "output/demo")
    Path to = Path.of("output/demo");

    DemoCommand(Huizong program) {
        this.program = program;
    }

    @Override
    @SuppressWarnings("try") // held, and not looked at
    public Integer call() {
        Catalogue catalogue = CatalogueLoader.builtIn();
        Wording wording = program.wording(catalogue);
        try (LockFile alone = alone()) {
            return make(catalogue, wording);
        } catch (IOException e) {
            throw new DiskException(to, e);
        }
    }

    /** Takes the folder for this demo alone. */
    private LockFile alone() throws IOException {
        Path place = to.toAbsolutePath().normalize();
        Path file = LockFile.beside(place);
        make(Objects.requireNonNullElse(place.getParent(), place));
        return LockFile.take(file).orElseThrow(() -> OutputException.locked(place, LockFile.holder(file)));
    }

    private int make(Catalogue catalogue, Wording wording) {
        clear();
        make(to);
        mark();
        var sample = new SampleYear(catalogue);
        var writer =
                new SampleWriter(new TemplateWriter(catalogue, new Wording(new MessageBundle(Lang.ZH), catalogue)));
        program.say("cli.demo.begin", to.toAbsolutePath());
        try (Store store = Store.open(to.resolve("data"))) {
            baseline(catalogue, wording, store);
            MonthlyJob job = new MonthlyJob(catalogue, wording, store);
            Period year = Period.year(SampleYear.YEAR);
            for (YearMonth month : Period.year(SampleYear.YEAR).months()) {
                Period period = Period.month(month);
                EarlierFigures history = new EarlierFigures(catalogue, store, period);
                LocalDate due = month.plusMonths(1).atDay(DUE_DAY);
                List<Sending> inTime = sample.inTime(month);
                // the second run would replace what the first had written before anybody saw it
                Outcome first = run(job, period, inTime, writer, history, due, Set.of());
                Outcome second = run(job, period, sample.later(month), writer, history, due.plusDays(DAYS_LATER), ALL);
                report(wording, period, first, second);
                sample.longer().stream()
                        .filter(longer -> longer.last().equals(month) && !longer.equals(year))
                        .forEach(longer -> whole(job, longer, sample, writer, store, catalogue));
            }
            Outcome outcome = whole(job, year, sample, writer, store, catalogue);
            new OutcomeText(program, catalogue, wording).print(outcome);
            program.next("demo", to.resolve("data"), to.resolve("returns"), to);
            return outcome.isComplete() ? Exit.DONE : Exit.OPEN;
        }
    }

    /** The figures of the year before, which nobody collected with this program. */
    private void baseline(Catalogue catalogue, Wording wording, Store store) {
        Path file = SampleBaseline.write(to);
        var act = new BaselineKeeping.Act(
                program.who(), SampleBaseline.DAY.atTime(1, 0).toInstant(ZoneOffset.UTC), SampleBaseline.DAY);
        BaselineOutcome outcome = new BaselineKeeping(catalogue, wording, store).keep(file, false, act);
        if (outcome instanceof BaselineOutcome.Refused refused) {
            throw new IllegalStateException("the sample's own baseline is refused: " + refused.faults());
        }
        int figures = ((BaselineOutcome.Kept) outcome).difference().added().size();
        program.say("cli.demo.baseline", figures, SampleBaseline.NAME);
    }

    private Outcome run(
            MonthlyJob job,
            Period period,
            List<Sending> sendings,
            SampleWriter writer,
            EarlierFigures history,
            LocalDate asOf,
            Set<PublicationPart> parts) {
        Path folder = to.resolve("returns").resolve(period.code());
        make(folder);
        sendings.parallelStream()
                .forEach(s ->
                        writer.write(s, new EarlierPrefill(history, s.unit().code()), folder));
        // the sample's year has a clock of its own
        Request request = new Request(period, Optional.of(folder), output(period), asOf, OfficeTime.end(asOf), parts);
        return job.run(request, Progress.SILENT);
    }

    /** A longer period: what is owed once in it, and the months as they are on record. */
    private Outcome whole(
            MonthlyJob job, Period period, SampleYear sample, SampleWriter writer, Store store, Catalogue catalogue) {
        EarlierFigures history = new EarlierFigures(catalogue, store, period);
        LocalDate asOf = period.last().plusMonths(1).atDay(DUE_DAY + DAYS_LATER);
        return run(job, period, sample.inTime(period), writer, history, asOf, ALL);
    }

    private static void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new DiskException(folder, e);
        }
    }

    private Path output(Period period) {
        return to.resolve(period.code());
    }

    private void report(Wording wording, Period period, Outcome first, Outcome second) {
        var before = first.publication().consolidation().coverage();
        var after = second.publication().consolidation().coverage();
        program.say(
                "cli.demo.month",
                wording.period(period),
                before.owed(),
                before.count(FilingStatus.State.COUNTED),
                before.count(FilingStatus.State.MISSING),
                before.count(FilingStatus.State.REJECTED),
                after.count(FilingStatus.State.COUNTED));
    }

    /** The demo begins afresh: what an earlier demo left behind its mark is removed, and nothing else ever is. */
    private void clear() {
        if (!Files.exists(to) || isEmpty(to)) {
            return;
        }
        if (!Files.isRegularFile(to.resolve(MARK))) {
            throw new UsageException(
                    program.words().text("cli.demo.foreign", to.toAbsolutePath().normalize()));
        }
        Period year = Period.year(SampleYear.YEAR);
        Stream<String> periods = Stream.of(Frequency.values())
                .flatMap(f -> year.months().stream().map(m -> Period.holding(m, f)))
                .map(Period::code)
                .distinct();
        List<String> ours = Stream.concat(Stream.of("returns", "data", SampleBaseline.NAME, MARK), periods)
                .toList();
        try {
            for (String name : ours) {
                FolderTree.delete(to.resolve(name));
            }
        } catch (IOException e) {
            throw new DiskException(to, e);
        }
    }

    private static boolean isEmpty(Path folder) {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    private void mark() {
        try {
            Files.writeString(to.resolve(MARK), program.words().text("cli.demo.mark") + System.lineSeparator());
        } catch (IOException e) {
            throw new DiskException(to, e);
        }
    }
}
