package org.huizong.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Return;
import org.huizong.catalogue.Rule;
import org.huizong.catalogue.Unit;
import org.huizong.intake.Intake;
import org.huizong.intake.ReturnsFolder;
import org.huizong.layout.RegisterLayout;
import org.huizong.model.Finding;
import org.huizong.model.FindingWords;
import org.huizong.model.Period;
import org.huizong.model.Reading;
import org.huizong.model.Submission;
import org.huizong.model.Value;
import org.huizong.spreadsheet.read.Contents;
import org.huizong.spreadsheet.read.SheetCells;
import org.huizong.spreadsheet.read.WorkbookReader;
import org.huizong.spreadsheet.write.Styles;
import org.huizong.template.Prefill;
import org.huizong.template.RowVerdicts;
import org.huizong.template.TemplateWriter;
import org.huizong.template.VerdictCells.Verdict;
import org.huizong.validation.Checker;
import org.huizong.validation.Directory;
import org.huizong.validation.GivenExplanations;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * While a clerk types, each row of a register comes to the verdicts that the batch comes to on arrival: registers filled
 * at random, calculated by LibreOffice, rule by rule.
 *
 * <p>{@code -Dhuizong.registers=100} takes 100 registers instead of a few.
 */
@Tag("office")
class RowCheckTest {
    private static final Catalogue CATALOGUE = CatalogueLoader.builtIn();
    private static final Wording WORDING = new Wording(new MessageBundle(Lang.ZH), CATALOGUE);
    private static final int REGISTERS = Integer.getInteger("huizong.registers", 21);
    private static final int ROWS = 15;
    private static final Period MARCH = Period.parse("2025-03");
    private static final Period HALF = Period.parse("2025-H1");
    private static final List<String> NUMBERS = List.of("0", "100", "101", "150", "200", "201", "3000", "3001", "6");
    private static final List<String> TEXTS = List.of("甲", "乙", "ZF01", "第3号");

    /** Who fills which register for which period; the longest register comes most often. */
    private enum Kind {
        CASES("cases", "d03", MARCH),
        OFFICERS("officers", "d06", MARCH),
        MORE_CASES("cases", "d04", MARCH),
        DOCUMENTS("documents", "d06", HALF),
        PETITIONS("petitions", "d07", MARCH),
        OPINIONS("opinions", "d06", HALF),
        TRAININGS("trainings", "d06", HALF);

        private final String register;
        private final String unit;
        private final Period period;

        Kind(String register, String unit, Period period) {
            this.register = register;
            this.unit = unit;
            this.period = period;
        }

        RegisterLayout layout() {
            YearMonth month = period.last();
            return RegisterLayout.of(CATALOGUE, CATALOGUE.form(register, month).orElseThrow(), month);
        }
    }

    @TempDir
    private Path home;

    private final List<String> differences = new ArrayList<>();
    private final Set<Rule> seen = new HashSet<>();
    private final Map<Verdict, Integer> verdicts = new TreeMap<>();
    private int doubles;

    @Test
    void comesToTheVerdictsOfTheBatchInEachRow() throws IOException {
        Soffice office = Soffice.found(Files.createDirectories(home.resolve("office")));
        Path filled = Files.createDirectories(home.resolve("filled"));
        Path calculated = home.resolve("calculated");
        for (Kind kind : Kind.values()) {
            fill(kind, filled);
        }

        office.recalculate(filled, calculated);

        for (Kind kind : Kind.values()) {
            for (int i = kind.ordinal(); i < REGISTERS; i += Kind.values().length) {
                compare(kind, calculated.resolve(kind.name() + i + ".xlsx"));
            }
        }
        int all = verdicts.values().stream().mapToInt(n -> n).sum();
        System.out.println("Row checks and the batch: " + all + " verdicts on " + seen.size() + " rules " + verdicts
                + ", " + doubles + " keys that come twice in " + REGISTERS + " registers, " + differences.size()
                + " differences.");
        assertThat(verdicts).containsKeys(Verdict.QUIET, Verdict.ERROR, Verdict.QUERY, Verdict.UNDECIDED);
        assertThat(doubles).isPositive();
        assertThat(differences).isEmpty();
    }

    private static void fill(Kind kind, Path folder) throws IOException {
        Unit unit = CATALOGUE.unit(kind.unit).orElseThrow();
        Return register = CATALOGUE.form(kind.register, kind.period.last()).orElseThrow();
        var template = new ByteArrayOutputStream();
        new TemplateWriter(CATALOGUE, WORDING).issue(unit, kind.period, Prefill.NONE, template);
        for (int i = kind.ordinal(); i < REGISTERS; i += Kind.values().length) {
            try (var book = new XSSFWorkbook(new ByteArrayInputStream(template.toByteArray()));
                    OutputStream out = Files.newOutputStream(folder.resolve(kind.name() + i + ".xlsx"))) {
                XSSFSheet sheet = book.getSheet(register.label());
                Random luck = new Random(i);
                for (int row = 0; row < ROWS; row++) {
                    record(sheet.getRow(kind.layout().firstRecordRow() + row), kind.layout(), row, luck);
                }
                book.write(out);
            }
        }
    }

    private static void record(XSSFRow row, RegisterLayout layout, int number, Random luck) {
        int blanks = 1 + luck.nextInt(5);
        // weekend days worked in exchange, and years of which no holidays are known, before and after
        LocalDate begin = luck.nextInt(4) == 0
                ? LocalDate.of(2026, 9, 15).plusDays(luck.nextInt(100))
                : LocalDate.of(2024, 11, 1).plusDays(luck.nextInt(140));
        int spread = List.of(3, 20, 120, 900).get(luck.nextInt(4));
        for (Item item : layout.items()) {
            XSSFCell cell = cell(row, layout.column(item.code()).orElseThrow());
            boolean filled = item.key() || luck.nextInt(10) >= blanks;
            if (filled) {
                switch (item.type()) {
                    case DATE -> cell.setCellValue(begin.plusDays(luck.nextInt(spread)));
                    case CHOICE -> {
                        var choices = CATALOGUE.choices(item.choices());
                        cell.setCellValue(
                                choices.get(luck.nextInt(choices.size())).label());
                    }
                    case TEXT, IDENTITY ->
                        cell.setCellValue(item.key() ? key(number, luck) : TEXTS.get(luck.nextInt(TEXTS.size())));
                    default -> cell.setCellValue(Double.parseDouble(NUMBERS.get(luck.nextInt(NUMBERS.size()))));
                }
            }
        }
        if (luck.nextInt(4) == 0) {
            cell(row, layout.explainColumn()).setCellValue("案卷已调阅");
        }
    }

    /** A number of its own, or that of a row above in another spelling, or one that is not quite it. */
    private static String key(int number, Random luck) {
        if (luck.nextInt(3) > 0) {
            return "青交罚〔2025〕" + number + "号";
        }
        return List.of(
                        "青交罚〔2025〕%d号",
                        "青交罚[2025]0%d号",
                        "青交罚（２０２５）第00%d号",
                        " 青交罚【2025】 第%d 号",
                        "青交罚字第%d号",
                        "青交罚字第00%d号",
                        "第%d件",
                        "第0%d件",
                        "ZF0%d",
                        "ＺＦ０%d",
                        "zf 0%d",
                        "zf-0%d",
                        "ＺＦ－０%d",
                        "Z?0%d",
                        "Z*%d")
                .get(luck.nextInt(15))
                .formatted(luck.nextInt(3));
    }

    private static XSSFCell cell(XSSFRow row, int column) {
        return Styles.cell(row.getSheet(), row.getRowNum(), column);
    }

    private void compare(Kind kind, Path file) {
        Reading reading =
                new Intake(CATALOGUE).read(ReturnsFolder.of(file).files().get(0), kind.period);
        assertThat(reading).as(file.toString()).isInstanceOf(Reading.Read.class);
        Submission submission = ((Reading.Read) reading)
                .submissions().stream()
                        .filter(s -> s.form().equals(kind.register))
                        .findFirst()
                        .orElseThrow();
        Checker.Result result = new Checker(CATALOGUE, kind.period.end().plusDays(5))
                .check(
                        submission.unit(),
                        kind.register,
                        kind.period,
                        submission.observations(),
                        submission.sheet(),
                        submission.findings(),
                        operand -> Value.Gap.BLANK,
                        Directory.NONE);
        List<Finding> findings = result.findings();
        SheetCells sheet = ((Contents.Sheets) WorkbookReader.read(file))
                .sheets().stream()
                        .filter(s -> s.name().equals(submission.sheet().sheet()))
                        .findFirst()
                        .orElseThrow();
        Map<Rule, Integer> columns = RowVerdicts.columns(CATALOGUE, WORDING, kind.layout(), kind.period.last());
        int first = kind.layout().firstRecordRow();
        for (int row = first; row < first + ROWS; row++) {
            twice(kind, file, row, sheet, submission.findings());
            for (Map.Entry<Rule, Integer> rule : columns.entrySet()) {
                Verdict batch = batch(rule.getKey(), row, findings, result.explanations());
                String text = sheet.cell(row, rule.getValue()).map(Value::show).orElse("");
                if (!Verdict.of(text).equals(Optional.of(batch))) {
                    differences.add(file.getFileName() + " row " + (row + 1) + " "
                            + rule.getKey().id() + ": “" + text + "”, the batch " + batch);
                }
                verdicts.merge(batch, 1, Integer::sum);
                seen.add(rule.getKey());
            }
        }
    }

    /** Whether the row says that its key stands above too, and in the same row as the batch. */
    private void twice(Kind kind, Path file, int row, SheetCells sheet, List<Finding> findings) {
        Pattern said = Pattern.compile("与第 ?(\\d+) ?行重复");
        String live = sheet.cell(row, RowVerdicts.flawColumn(CATALOGUE, WORDING, kind.layout(), kind.period.last()))
                .map(Value::show)
                .map(said::matcher)
                .filter(Matcher::find)
                .map(m -> m.group(1))
                .orElse("");
        String batch = findings.stream()
                .filter(f -> f.rule().equals("record.twice"))
                .filter(f -> f.where().row().equals(String.valueOf(row + 1)))
                .map(f -> WORDING.argument(f, "row", kind.period))
                .findFirst()
                .orElse("");
        if (!live.equals(batch)) {
            differences.add(
                    file.getFileName() + " row " + (row + 1) + " is row “" + live + "”, the batch “" + batch + "”");
        }
        doubles += batch.isEmpty() ? 0 : 1;
    }

    /** What the batch makes of a rule in a row; what is explained is quiet there. */
    private static Verdict batch(Rule rule, int row, List<Finding> findings, GivenExplanations given) {
        Optional<Finding> found = findings.stream()
                .filter(f -> f.rule().equals(rule.id()))
                .filter(f -> f.where().row().equals(String.valueOf(row + 1)))
                .findFirst();
        if (found.isEmpty()) {
            return Verdict.QUIET;
        }
        if (!found.get().hasFailed()) {
            return FindingWords.reason(found.get()).matches("error|calendar .*") ? Verdict.UNDECIDED : Verdict.QUIET;
        }
        boolean explained = given.explain(found.get());
        return rule.asks() ? explained ? Verdict.QUIET : Verdict.QUERY : Verdict.ERROR;
    }
}
