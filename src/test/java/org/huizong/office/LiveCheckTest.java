package org.huizong.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.huizong.aggregation.EarlierFigures;
import org.huizong.carry.EarlierPrefill;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Rule;
import org.huizong.catalogue.Unit;
import org.huizong.intake.Intake;
import org.huizong.intake.ReturnsFolder;
import org.huizong.layout.FormLayout;
import org.huizong.model.CellAddress;
import org.huizong.model.CellRef;
import org.huizong.model.Disposition;
import org.huizong.model.Finding;
import org.huizong.model.FindingWords;
import org.huizong.model.Observation;
import org.huizong.model.OfficeTime;
import org.huizong.model.Period;
import org.huizong.model.Reading;
import org.huizong.model.Severity;
import org.huizong.model.SourceFile;
import org.huizong.model.Submission;
import org.huizong.model.Value;
import org.huizong.spreadsheet.read.Contents;
import org.huizong.spreadsheet.read.SheetCells;
import org.huizong.spreadsheet.read.WorkbookReader;
import org.huizong.store.ReadingStore.Act;
import org.huizong.store.Store;
import org.huizong.store.SubmissionStore.Decision;
import org.huizong.template.TemplateWriter;
import org.huizong.template.VerdictCells;
import org.huizong.template.VerdictCells.Verdict;
import org.huizong.validation.Checker;
import org.huizong.validation.Computed;
import org.huizong.validation.Directory;
import org.huizong.validation.GivenExplanations;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * While a clerk types, the template comes to the verdicts that the batch comes to on arrival: random fillings of every
 * form, calculated by LibreOffice, rule by rule.
 *
 * <p>{@code -Dhuizong.fillings=200} takes 200 fillings a form instead of a few.
 */
@Tag("office")
class LiveCheckTest {
    private static final Catalogue CATALOGUE = formsAlone();
    private static final Wording WORDING = new Wording(new MessageBundle(Lang.ZH), CATALOGUE);
    private static final int FILLINGS = Integer.getInteger("huizong.fillings", 20);

    /** A unit for each form; each owes publicity too, which so is filled most often. */
    private static final Map<String, String> UNITS = new TreeMap<>(Map.of(
            "safety", "d01", "food", "d02", "traffic", "d03", "family", "d04", "social", "d05", "village", "v01"));

    /** With all that came before, without anything, and at the beginning of the year. */
    private static final List<Period> PERIODS =
            List.of(Period.parse("2025-06"), Period.parse("2025-06"), Period.parse("2026-03"), Period.parse("2025-01"));

    @TempDir
    private Path home;

    private final List<String> differences = new ArrayList<>();
    private final Set<Rule> seen = new HashSet<>();
    private final Map<Verdict, Integer> verdicts = new TreeMap<>();
    private int undecided;
    private int ofItems;

    @Test
    void comesToTheVerdictsOfTheBatch() throws IOException {
        Soffice office = Soffice.found(Files.createDirectories(home.resolve("office")));
        Path filled = Files.createDirectories(home.resolve("filled"));
        Path calculated = home.resolve("calculated");
        try (Store store = Store.open(home.resolve("data"))) {
            remember(store);
            Map<Period, EarlierFigures> histories = new HashMap<>();
            PERIODS.forEach(p -> histories.computeIfAbsent(p, q -> new EarlierFigures(CATALOGUE, store, q)));
            for (String form : UNITS.keySet()) {
                for (int i = 0; i < PERIODS.size(); i++) {
                    fill(form, i, histories.get(PERIODS.get(i)), filled);
                }
            }

            office.recalculate(filled, calculated);

            Checker checker = new Checker(CATALOGUE, LocalDate.of(2025, 4, 5));
            Computed computed = new Computed(CATALOGUE);
            for (String form : UNITS.keySet()) {
                for (int i = 0; i < PERIODS.size(); i++) {
                    for (Path file : files(calculated, form, i)) {
                        compare(file, PERIODS.get(i), histories.get(PERIODS.get(i)), checker, computed);
                    }
                }
            }
        }
        int ofRules = verdicts.values().stream().mapToInt(n -> n).sum();
        System.out.println("Live checks and the batch: " + ofRules + " verdicts on " + seen.size() + " rules "
                + verdicts + ", " + undecided + " of the quiet ones undecided, and " + ofItems + " on items, in "
                + UNITS.size() * FILLINGS + " workbooks, " + differences.size() + " differences.");
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(CATALOGUE.rules().stream()
                        .filter(r -> r.scope() == Rule.Scope.RETURN)
                        .toList());
        // no rule over a form is a mere notice
        assertThat(verdicts).containsOnlyKeys(Verdict.QUIET, Verdict.ERROR, Verdict.QUERY, Verdict.EXPLAINED);
        assertThat(undecided).isPositive();
        assertThat(differences).isEmpty();
    }

    /** The built-in catalogue in which nobody owes a register: the checks in their rows have a test of their own. */
    private static Catalogue formsAlone() {
        Map<String, byte[]> tables = new HashMap<>(CatalogueLoader.builtInTables());
        String units = new String(tables.getOrDefault("units.csv", new byte[0]), StandardCharsets.UTF_8)
                .replaceAll(";(cases|officers|documents|opinions|trainings|petitions|duties)\\b", "");
        tables.put("units.csv", units.getBytes(StandardCharsets.UTF_8));
        return CatalogueLoader.load(tables);
    }

    /** Puts earlier months on record: small figures, some of them blank. */
    private static void remember(Store store) {
        Random luck = new Random(7);
        long run = store.runs().begin(Period.parse("2025-05"), LocalDate.of(2025, 6, 5));
        for (String month : List.of("2024-06", "2024-12", "2025-01", "2025-02", "2025-03", "2025-04", "2025-05")) {
            Period period = Period.parse(month);
            UNITS.values()
                    .forEach(unit -> CATALOGUE.owed(period).stream()
                            .filter(o -> o.unit().equals(unit))
                            .forEach(o -> remember(store, run, unit, o.form(), period, luck)));
        }
    }

    private static void remember(Store store, long run, String unit, String form, Period period, Random luck) {
        String name = period.code() + "-" + unit + "-" + form;
        SourceFile file =
                new SourceFile(Path.of(name), name, "%064x".formatted((long) name.hashCode() & 0xffffffffL), 1);
        CellRef sheet = new CellRef(name, form, "");
        Map<String, Value> values = new HashMap<>();
        for (Item item : CATALOGUE.items(form, period.last())) {
            if (item.type().isNumeric() && !item.isComputed()) {
                values.put(item.code(), luck.nextInt(40) == 0 ? Value.Gap.BLANK : Value.of(luck.nextInt(12)));
            }
        }
        List<Observation> observations = new ArrayList<>();
        values.forEach((item, value) -> observations.add(new Observation(item, "", value, sheet)));
        CATALOGUE.items(form, period.last()).stream()
                .filter(Item::isComputed)
                .forEach(i -> observations.add(new Observation(i.code(), "", Value.Gap.BLANK, sheet)));
        Submission submission = new Computed(CATALOGUE)
                .fill(new Submission(
                        unit,
                        form,
                        "1",
                        period,
                        Optional.of(period.end().atStartOfDay().toInstant(ZoneOffset.UTC)),
                        sheet,
                        observations,
                        Map.of(),
                        List.of()));
        long id = store.readings(CATALOGUE)
                .record(
                        new Act(period, "1", run, period.end().plusDays(3), OfficeTime.end(period.end())),
                        List.of(new Reading.Read(file, List.of(submission), List.of())))
                .get(0);
        store.submissions().decide(List.of(new Decision(id, 1, Disposition.ACCEPTED)));
    }

    private static void fill(String form, int which, EarlierFigures history, Path folder) throws IOException {
        Period period = PERIODS.get(which);
        Unit unit = CATALOGUE.unit(UNITS.get(form)).orElseThrow();
        var template = new ByteArrayOutputStream();
        new TemplateWriter(CATALOGUE, WORDING).issue(unit, period, new EarlierPrefill(history, unit.code()), template);
        try (Filling filling = new Filling(template.toByteArray())) {
            for (int i = which; i < FILLINGS; i += PERIODS.size()) {
                Random luck = new Random(form.hashCode() * 1000L + i);
                for (String each : unit.returns()) {
                    filling.fill(each, CATALOGUE.items(each, period.last()), luck);
                }
                filling.save(folder.resolve(form + "-" + which + "-" + i + ".xlsx"));
            }
        }
    }

    private static List<Path> files(Path folder, String form, int which) throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(f -> f.getFileName().toString().startsWith(form + "-" + which + "-"))
                    .sorted()
                    .toList();
        }
    }

    private void compare(Path file, Period period, EarlierFigures history, Checker checker, Computed computed) {
        Reading reading =
                new Intake(CATALOGUE).read(ReturnsFolder.of(file).files().get(0), period);
        Contents.Sheets contents = (Contents.Sheets) WorkbookReader.read(file);
        assertThat(reading).as(file.toString()).isInstanceOf(Reading.Read.class);
        for (Submission read : ((Reading.Read) reading).submissions()) {
            Submission submission = computed.fill(read);
            Map<String, Value> now = new HashMap<>();
            submission.observations().forEach(o -> now.put(o.item(), o.value()));
            Checker.Result result = checker.check(
                    submission.unit(),
                    submission.form(),
                    period,
                    submission.observations(),
                    submission.sheet(),
                    submission.findings(),
                    history.values(submission.unit(), i -> now.getOrDefault(i, Value.Gap.BLANK)),
                    Directory.NONE);
            List<Finding> findings = result.findings();
            SheetCells sheet = contents.sheets().stream()
                    .filter(s -> s.name().equals(submission.sheet().sheet()))
                    .findFirst()
                    .orElseThrow();
            var form = CATALOGUE.form(submission.form(), period.last()).orElseThrow();
            YearMonth month = period.last();
            VerdictCells cells = VerdictCells.of(CATALOGUE, FormLayout.of(CATALOGUE, form, month), month);
            cells.rules().forEach((rule, at) -> {
                Verdict batch = batch(rule, findings, result.explanations());
                hold(file, rule.id() + " " + rule.formula(), at, sheet, batch);
                seen.add(rule);
                undecided += findings.stream().anyMatch(f -> f.rule().equals(rule.id()) && !f.hasFailed()) ? 1 : 0;
                verdicts.merge(batch, 1, Integer::sum);
            });
            hold(file, "day", cells.day(), sheet, day(read.findings(), result.explanations()));
            cells.items().forEach((item, at) -> {
                hold(file, item.code(), at, sheet, batch(item, findings, read.findings()));
                ofItems++;
            });
        }
    }

    private void hold(Path file, String what, CellAddress at, SheetCells sheet, Verdict batch) {
        String text = sheet.cell(at.row(), at.column()).map(Value::show).orElse("");
        Optional<Verdict> live = Verdict.of(text);
        if (!live.equals(Optional.of(batch))) {
            differences.add(file.getFileName() + " " + what + ": the template says “" + text + "”, the batch " + batch);
        }
    }

    /** What the batch makes of a rule, in the template's words: it is quiet too where an operand is missing. */
    private static Verdict batch(Rule rule, List<Finding> findings, GivenExplanations given) {
        Optional<Finding> found =
                findings.stream().filter(f -> f.rule().equals(rule.id())).findFirst();
        if (found.isEmpty()) {
            return Verdict.QUIET;
        }
        if (!found.get().hasFailed()) {
            return FindingWords.reason(found.get()).matches("error|zero.*") ? Verdict.UNDECIDED : Verdict.QUIET;
        }
        return switch (rule.severity()) {
            case ERROR -> Verdict.ERROR;
            case QUERY -> given.explain(found.get()) ? Verdict.EXPLAINED : Verdict.QUERY;
            case NOTICE -> Verdict.NOTICE;
        };
    }

    /** What the batch makes of the day in the foot. */
    private static Verdict day(List<Finding> reading, GivenExplanations given) {
        return reading.stream()
                .filter(f -> f.rule().startsWith("reported."))
                .findFirst()
                .map(f -> given.explain(f) ? Verdict.EXPLAINED : Verdict.QUERY)
                .orElse(Verdict.QUIET);
    }

    /** What the batch makes of an item by itself. */
    private static Verdict batch(Item item, List<Finding> findings, List<Finding> reading) {
        List<Finding> errors = Stream.concat(findings.stream(), reading.stream())
                .filter(f -> f.item().equals(item.code()) && f.severity() == Severity.ERROR)
                .filter(f -> CATALOGUE.rules().stream().noneMatch(r -> r.id().equals(f.rule())))
                .toList();
        if (errors.isEmpty()) {
            return Verdict.QUIET;
        }
        return errors.get(0).rule().startsWith("required") ? Verdict.BLANK : Verdict.ERROR;
    }
}
