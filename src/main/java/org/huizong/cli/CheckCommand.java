package org.huizong.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.huizong.catalogue.Catalogue;
import org.huizong.disk.TempFolder;
import org.huizong.intake.Intake;
import org.huizong.intake.ReturnsFolder;
import org.huizong.model.Argument;
import org.huizong.model.Finding;
import org.huizong.model.Frequency;
import org.huizong.model.Period;
import org.huizong.model.Reading;
import org.huizong.model.Severity;
import org.huizong.model.SourceFile;
import org.huizong.model.Submission;
import org.huizong.model.TellingOrder;
import org.huizong.model.Value;
import org.huizong.store.StoredFinding;
import org.huizong.validation.Checker;
import org.huizong.validation.Computed;
import org.huizong.validation.Directory;
import org.huizong.wording.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks returns without storing anything: what a clerk or the office asks before sending. */
@Command(name = "check")
final class CheckCommand implements Callable<Integer> {
    private static final String OTHER_PERIOD = "period.other";

    private final Huizong program;

    @Parameters(paramLabel = "FILE-or-DIR", descriptionKey = "places", arity = "1..*")
    List<Path> places = List.of();

    @Option(names = "--period", paramLabel = "PERIOD")
    Optional<String> period = Optional.empty();

    CheckCommand(Huizong program) {
        this.program = program;
    }

    @Override
    @SuppressWarnings("try") // held, and not looked at
    public Integer call() throws IOException {
        // files of zips are unpacked where the next start deletes them if this one is killed
        try (TempFolder temp = program.temp()) {
            return check();
        }
    }

    private int check() {
        Optional<Period> expected = period.map(program::period);
        Catalogue catalogue = program.catalogue();
        Wording wording = program.wording(catalogue);
        Intake intake = new Intake(catalogue);
        Computed computed = new Computed(catalogue);
        Checker checker = new Checker(catalogue, program.today());
        List<ReturnsFolder> folders = folders();
        if (folders.stream().allMatch(ReturnsFolder::isEmpty)) {
            throw new UsageException(program.words().text("cli.check.none"));
        }
        boolean errors = false;
        List<StoredFinding> all = new ArrayList<>();
        int files = 0;
        for (ReturnsFolder folder : folders) {
            for (SourceFile file : folder.files()) {
                List<Reading> readings = read(intake, file, expected);
                List<String> sheets = sheets(readings);
                List<Found> findings = readings.stream()
                        .flatMap(r -> findings(r, computed, checker).stream())
                        .distinct()
                        .sorted(Comparator.comparing(Found::finding, TellingOrder.ofOne(sheets::indexOf)))
                        .toList();
                errors |= findings.stream().anyMatch(f -> f.finding().sendsBack());
                findings.forEach(f -> all.add(new StoredFinding(f.period(), "", "", f.finding(), "")));
                files++;
                print(wording, file.name(), findings);
            }
            for (Finding unopened : folder.findings()) {
                errors |= unopened.sendsBack();
                print(wording, unopened.where().file(), List.of(new Found(unopened, lastMonth())));
            }
        }
        if (files > 1) {
            program.say(
                    "cli.check.all",
                    files,
                    all.stream().filter(f -> f.finding().sendsBack()).count());
        }
        new RepairText(program, wording).counts(all);
        program.next(errors ? "check.errors" : "check.fine");
        return errors ? Exit.OPEN : Exit.DONE;
    }

    /**
     * Reads a file for the period that is expected, or else for the one that most of its sheets say, the latest of those
     * that are said as often: so last month's sheet, left in, is blamed rather than the right one. A return of the year
     * beside those of a month is read for its year.
     */
    private List<Reading> read(Intake intake, SourceFile file, Optional<Period> expected) {
        Reading reading = intake.read(file, expected.orElse(lastMonth()));
        Map<Frequency, Period> said = expected.isPresent() ? Map.of() : periods(reading);
        if (said.isEmpty()) {
            return List.of(reading);
        }
        return said.values().stream()
                .map(p -> without(said.values(), p.equals(lastMonth()) ? reading : intake.read(file, p)))
                .toList();
    }

    /** The sheets of a file that are returns, in order. */
    private static List<String> sheets(List<Reading> readings) {
        return readings.stream()
                .filter(Reading.Read.class::isInstance)
                .flatMap(r -> ((Reading.Read) r).submissions().stream())
                .map(s -> s.sheet().sheet())
                .distinct()
                .toList();
    }

    /** The period of each frequency that a file is for, by what its sheets say. */
    private Map<Frequency, Period> periods(Reading reading) {
        List<Period> said = new ArrayList<>();
        if (reading instanceof Reading.Read read) {
            read.submissions().forEach(s -> said.add(s.period()));
        }
        reading.findings().stream()
                .filter(f -> f.rule().equals(OTHER_PERIOD) && !f.isHidden())
                .flatMap(f -> other(f).stream())
                .forEach(said::add);
        Map<Frequency, Period> chosen = new EnumMap<>(Frequency.class);
        said.stream()
                .sorted(Comparator.comparingInt((Period p) -> Collections.frequency(said, p))
                        .thenComparing(Period::first))
                .forEach(p -> chosen.put(p.frequency(), p));
        return chosen;
    }

    /** The period that a sheet is for. */
    private static Optional<Period> other(Finding finding) {
        return finding.arguments().get("period") instanceof Argument.Span span
                ? Optional.of(span.period())
                : Optional.empty();
    }

    /** What a reading says but for the sheets that are read for another of the periods. */
    private static Reading without(Collection<Period> periods, Reading reading) {
        List<Finding> findings = reading.findings().stream()
                .filter(f -> !f.rule().equals(OTHER_PERIOD)
                        || other(f).filter(periods::contains).isEmpty())
                .toList();
        return reading instanceof Reading.Read read
                ? new Reading.Read(read.source(), read.submissions(), findings)
                : new Reading.Refused(reading.source(), findings);
    }

    private Period lastMonth() {
        return Period.month(YearMonth.from(program.today()).minusMonths(1));
    }

    private List<ReturnsFolder> folders() {
        List<ReturnsFolder> folders = new ArrayList<>();
        for (Path place : places) {
            if (!Files.exists(place)) {
                throw new UsageException(program.words().text("cli.no.file", place.toAbsolutePath()));
            }
            folders.add(Files.isDirectory(place) ? ReturnsFolder.list(place) : ReturnsFolder.of(place));
        }
        return folders;
    }

    /** A finding and the period it is about. */
    private record Found(Finding finding, Period period) {
        Severity severity() {
            return finding.severity();
        }
    }

    private List<Found> findings(Reading reading, Computed computed, Checker checker) {
        List<Found> findings = new ArrayList<>();
        reading.findings().forEach(f -> findings.add(new Found(f, lastMonth())));
        if (reading instanceof Reading.Read read) {
            for (Submission submission : read.submissions()) {
                Submission filled = computed.fill(submission);
                List<Finding> found = new ArrayList<>(filled.findings());
                found.addAll(checker.check(
                                filled.unit(),
                                filled.form(),
                                filled.period(),
                                filled.observations(),
                                filled.sheet(),
                                filled.findings(),
                                operand -> Value.Gap.BLANK,
                                Directory.NONE)
                        .findings());
                found.forEach(f -> findings.add(new Found(f, filled.period())));
            }
        }
        return findings.stream().filter(f -> f.finding().hasFailed()).toList();
    }

    private void print(Wording wording, String file, List<Found> findings) {
        program.say(
                "cli.check.file",
                file,
                count(findings, Severity.ERROR),
                count(findings, Severity.QUERY),
                count(findings, Severity.NOTICE));
        findings.forEach(f -> print(wording, f));
    }

    private void print(Wording wording, Found found) {
        program.say(
                "cli.check.finding",
                wording.text("severity." + found.severity().code()),
                wording.place(found.finding().where()),
                wording.sentence(found.finding(), found.period()));
        String relation = wording.relation(found.finding(), found.period());
        if (program.verbose && !relation.isEmpty()) {
            program.say("cli.check.relation", relation);
        }
    }

    private static long count(List<Found> findings, Severity severity) {
        return findings.stream().filter(f -> f.severity() == severity).count();
    }
}
