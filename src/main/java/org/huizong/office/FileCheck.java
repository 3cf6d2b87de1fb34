package org.huizong.office;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.aggregation.EarlierFigures;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Obligation;
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
import org.huizong.store.Store;
import org.huizong.store.StoredFinding;
import org.huizong.validation.Checker;
import org.huizong.validation.Computed;
import org.huizong.validation.Directory;
import org.huizong.validation.Values;

/**
 * Checks files without storing anything, as before they are sent or when they have just come: each for itself and, where
 * there is a record, against what its unit reported before. What other returns say of the same thing is not looked at.
 */
public final class FileCheck {
    private static final String OTHER_PERIOD = "period.other";

    private final Catalogue catalogue;
    private final LocalDate today;
    private final Intake intake;
    private final Computed computed;
    private final Checker checker;
    private final Function<Period, Optional<EarlierFigures>> record;
    private final Map<Period, Optional<EarlierFigures>> earlier = new HashMap<>();

    /** A check in the terms of that catalogue, as of a day, of what each file says by itself. */
    public FileCheck(Catalogue catalogue, LocalDate today) {
        this(catalogue, today, period -> Optional.empty());
    }

    /** The same, also against what is on record of earlier periods. */
    public static FileCheck against(Store store, Catalogue catalogue, LocalDate today) {
        return new FileCheck(catalogue, today, period -> Optional.of(new EarlierFigures(catalogue, store, period)));
    }

    private FileCheck(Catalogue catalogue, LocalDate today, Function<Period, Optional<EarlierFigures>> record) {
        this.record = record;
        this.catalogue = catalogue;
        this.today = today;
        this.intake = new Intake(catalogue);
        this.computed = new Computed(catalogue);
        this.checker = new Checker(catalogue, today);
    }

    /**
     * A finding and the period it is about.
     *
     * @param finding what was found
     * @param period the period of its return, or the expected one where nobody can tell
     * @param form code of its return; empty where nobody can tell
     * @param explanation what the return says to explain it; empty if nothing
     */
    public record Found(Finding finding, Period period, String form, String explanation) {
        /** The finding as if it were on record. */
        public StoredFinding stored() {
            return new StoredFinding(period, "", form, Optional.empty(), finding, explanation);
        }

        /** Whether it is a query that the return explains itself. */
        public boolean isExplained() {
            return finding.asks() && !stored().isUnexplained();
        }
    }

    /**
     * What is said of one file.
     *
     * @param file its name
     * @param opened whether it could be opened at all
     * @param readAs the returns that were found in it
     * @param findings what is wrong or odd, the gravest first
     * @param undecided what could not be decided
     */
    public record Checked(
            String file, boolean opened, List<Obligation> readAs, List<Found> findings, List<Found> undecided) {
        public Checked {
            readAs = List.copyOf(readAs);
            findings = List.copyOf(findings);
            undecided = List.copyOf(undecided);
        }

        /** Whether it would be sent back. */
        public boolean isSentBack() {
            return findings.stream().anyMatch(f -> f.finding().sendsBack());
        }

        /** How many findings of that severity somebody has to do something about. */
        public long count(Severity severity) {
            return findings.stream()
                    .filter(f -> f.finding().severity() == severity && !f.isExplained())
                    .count();
        }

        /** How many queries the returns explain themselves. */
        public long explained() {
            return findings.stream().filter(Found::isExplained).count();
        }
    }

    /**
     * Checks all files of a folder, then names what could not be opened.
     *
     * @param expected the period that the files must be for; empty if each says its own
     */
    public Stream<Checked> check(ReturnsFolder folder, Optional<Period> expected) {
        return Stream.concat(
                folder.files().stream().map(file -> check(file, expected)),
                folder.findings().stream()
                        .map(unopened -> new Checked(
                                unopened.where().file(),
                                false,
                                List.of(),
                                List.of(new Found(unopened, expected.orElse(lastMonth()), "", "")),
                                List.of())));
    }

    private Checked check(SourceFile file, Optional<Period> expected) {
        List<Reading> readings = read(file, expected);
        List<Submission> returns = returns(readings);
        List<String> sheets =
                returns.stream().map(s -> s.sheet().sheet()).distinct().toList();
        List<Found> findings = readings.stream()
                .flatMap(r -> findings(r, expected).stream())
                .distinct()
                .sorted(Comparator.comparing(Found::finding, TellingOrder.ofOne(sheets::indexOf)))
                .toList();
        List<Obligation> readAs = returns.stream()
                .map(s -> new Obligation(s.unit(), s.form(), s.period()))
                .distinct()
                .toList();
        Map<Boolean, List<Found>> byOutcome = findings.stream()
                .collect(Collectors.partitioningBy(f -> f.finding().hasFailed()));
        return new Checked(
                file.name(),
                true,
                readAs,
                byOutcome.getOrDefault(true, List.of()),
                byOutcome.getOrDefault(false, List.of()));
    }

    /** The returns in a file, in the order of its sheets. */
    private static List<Submission> returns(List<Reading> readings) {
        return readings.stream()
                .filter(Reading.Read.class::isInstance)
                .flatMap(r -> ((Reading.Read) r).submissions().stream())
                .toList();
    }

    /**
     * Reads a file for the period that is expected, or else for the one that most of its sheets say, the latest of those
     * that are said as often: so last month's sheet, left in, is blamed rather than the right one. A return of the year
     * beside those of a month is read for its year.
     */
    private List<Reading> read(SourceFile file, Optional<Period> expected) {
        Reading reading = intake.read(file, expected.orElse(lastMonth()));
        Map<Frequency, Period> said = expected.isPresent() ? Map.of() : periods(reading);
        if (said.isEmpty()) {
            return List.of(reading);
        }
        return said.values().stream()
                .map(p -> without(said.values(), p.equals(lastMonth()) ? reading : intake.read(file, p)))
                .toList();
    }

    /** The period of each frequency that a file is for, by what its sheets say. */
    private static Map<Frequency, Period> periods(Reading reading) {
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
        return Period.month(YearMonth.from(today).minusMonths(1));
    }

    private List<Found> findings(Reading reading, Optional<Period> expected) {
        List<Found> findings = new ArrayList<>();
        reading.findings().forEach(f -> findings.add(new Found(f, expected.orElse(lastMonth()), "", "")));
        if (reading instanceof Reading.Read read) {
            for (Submission submission : read.submissions()) {
                Submission filled = computed.fill(submission);
                Checker.Result result = checker.check(
                        filled.unit(),
                        filled.form(),
                        filled.period(),
                        filled.observations(),
                        filled.sheet(),
                        filled.findings(),
                        earlier(filled),
                        Directory.NONE);
                Stream.concat(
                                filled.findings().stream().map(result.explanations()::remarked),
                                result.findings().stream())
                        .map(f -> new Found(
                                f,
                                filled.period(),
                                filled.form(),
                                f.asks() ? result.explanations().of(f) : ""))
                        .forEach(findings::add);
            }
        }
        return findings;
    }

    /** What the unit reported before; of a register nothing is asked there. */
    private Values earlier(Submission submission) {
        Map<String, Value> now = new HashMap<>();
        submission.observations().forEach(o -> now.put(o.item(), o.value()));
        return Optional.of(submission)
                .filter(s -> !catalogue.isRegister(s.form()))
                .flatMap(s -> earlier.computeIfAbsent(s.period(), record))
                .map(figures -> figures.values(submission.unit(), item -> now.getOrDefault(item, Value.Gap.BLANK)))
                .orElse(operand -> Value.Gap.BLANK);
    }
}
