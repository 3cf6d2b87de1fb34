package org.huizong.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.demo.SampleWriter;
import org.huizong.demo.SampleYear;
import org.huizong.demo.Sending;
import org.huizong.model.Finding;
import org.huizong.model.Period;
import org.huizong.model.Reading;
import org.huizong.model.Submission;
import org.huizong.model.Value;
import org.huizong.spreadsheet.write.Styles;
import org.huizong.template.Prefill;
import org.huizong.template.TemplateWriter;
import org.huizong.validation.Checker;
import org.huizong.validation.Directory;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Returns on templates that were issued before the rows of a register shared their formulas, and today's templates filled
 * alike, come to the same values and verdicts. Where the files are from says the README beside them.
 */
class OldTemplateTest {
    private static final Catalogue CATALOGUE = CatalogueLoader.builtIn();
    private static final YearMonth MARCH = YearMonth.of(2025, 3);
    /** Items that templates ask since these were issued. */
    private static final Set<String> ADDED = Set.of("village.moved_in", "village.moved_out");

    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(strings = {"信访办-2025-03.xlsx", "柳溪村-2025-03.xlsx"})
    void isReadAndJudgedAsTodaysIs(String name) throws IOException {
        Path before = Files.createDirectories(home.resolve("before")).resolve(name);
        try (InputStream in = OldTemplateTest.class.getResourceAsStream("issued-before/" + name)) {
            Files.copy(in, before);
        }
        Path today = Files.createDirectories(home.resolve("today")).resolve(name);
        TemplateWriter templates = new TemplateWriter(CATALOGUE, new Wording(new MessageBundle(Lang.ZH), CATALOGUE));
        Sending sending = new SampleYear(CATALOGUE)
                .inTime(MARCH).stream()
                        .filter(s -> name.equals(templates.fileName(s.unit(), s.period())))
                        .findFirst()
                        .orElseThrow();

        new SampleWriter(templates).write(sending, Prefill.NONE, today.getParent());

        assertThat(sharesFormulas(before)).isFalse();
        Reading.Read old = read(before);
        Reading.Read now = read(today);
        assertThat(values(old)).isNotEmpty().isEqualTo(values(now));
        assertThat(old.submissions()).allSatisfy(s -> assertThat(s.findings()).isEmpty());
        assertThat(now.submissions()).allSatisfy(s -> assertThat(s.findings()).isEmpty());
        assertThat(old.findings()).isEqualTo(now.findings());
        assertThat(verdicts(old)).isNotEmpty().isEqualTo(verdicts(now));
    }

    /** A register that was issued before three columns were put between its others: none of its heads is a record. */
    @Test
    void findsTheRecordsOfARegisterThatHadFewerColumns() throws IOException {
        Path before = register("案件台账.xlsx", book -> {
            type(book, "cases.acted_on", "2025-03-01");
            type(book, "cases.found_on", "2025-03-02");
            type(book, "cases.major", "是");
            type(book, "cases.penalty_kind", "罚款");
            type(book, "cases.closing", "履行完毕");
        });

        Submission read = read(before).submissions().get(0);

        assertThat(read.findings()).extracting(Finding::rule).doesNotContain("item.absent");
        assertThat(read.observations().stream()
                        .filter(o -> !o.value().isMissing())
                        .map(o -> o.record() + " " + o.item() + " " + o.value().show()))
                .containsExactly(
                        "青交立〔2025〕1号 cases.case_no 青交立〔2025〕1号",
                        "青交立〔2025〕1号 cases.acted_on 2025-03-01",
                        "青交立〔2025〕1号 cases.found_on 2025-03-02",
                        "青交立〔2025〕1号 cases.major yes",
                        "青交立〔2025〕1号 cases.penalty_kind fine",
                        "青交立〔2025〕1号 cases.closing performed");
    }

    /** A register that was issued before it asked about clean-ups: what it does not ask is blank, and nothing else. */
    @Test
    void readsARegisterOfDocumentsThatDidNotAskAboutCleanUps() throws IOException {
        Path before = issued("规范性文件台账", "司法所", book -> {
            type(book, "period", "2025-H1");
            type(book, "documents.number", "青府规〔2025〕1号");
            type(book, "documents.title", "青溪镇集市管理办法");
            type(book, "documents.reviewed_on", "2025-03-20");
            type(book, "documents.discussed_on", "2025-03-25");
            type(book, "documents.signed_on", "2025-03-27");
            type(book, "documents.standing", "有效");
        });

        Submission read = read(before, Period.parse("2025-H1")).submissions().get(0);

        assertThat(read.findings())
                .filteredOn(f -> !f.rule().equals("repaired.text"))
                .extracting(f -> f.severity() + " " + f.rule() + " " + f.item())
                .containsExactly(
                        "NOTICE item.later documents.cleaned_on", "NOTICE item.later documents.cleanup_result");
        assertThat(read.observations().stream()
                        .filter(o -> !o.value().isMissing())
                        .map(o -> o.item() + " " + o.value().show()))
                .containsExactly(
                        "documents.number 青府规〔2025〕1号",
                        "documents.title 青溪镇集市管理办法",
                        "documents.reviewed_on 2025-03-20",
                        "documents.discussed_on 2025-03-25",
                        "documents.signed_on 2025-03-27",
                        "documents.standing valid");
    }

    /** Forms that were issued before heads stood over their columns and beside their lines, or a text or column was added. */
    @ParameterizedTest
    @CsvSource({"道路交通, 交管站, traffic", "食品药品, 食药监所, food", "计划生育, 计生办, family"})
    void findsTheFiguresOfAFormWhoseLinesAndColumnsStoodElsewhere(String name, String unit, String form)
            throws IOException {
        Map<String, String> typed = new TreeMap<>();
        Consumer<XSSFWorkbook> fill = book -> CATALOGUE.items(form, MARCH).stream()
                .filter(i -> i.type().isNumeric() && !i.isComputed())
                .forEach(i -> {
                    typed.put(i.code(), String.valueOf(typed.size() + 1));
                    type(book, i.code(), typed.size());
                });

        Submission named = read(issued(name, unit, fill)).submissions().get(0);
        typed.clear();
        Consumer<XSSFWorkbook> unnamed = book -> List.copyOf(book.getAllNames()).forEach(book::removeName);
        Submission bare =
                read(issued(name, unit, fill.andThen(unnamed))).submissions().get(0);

        assertThat(figures(named)).isEqualTo(typed);
        assertThat(named.findings()).extracting(Finding::rule).isEmpty();
        assertThat(figures(bare)).isEqualTo(typed);
    }

    private static Map<String, String> figures(Submission submission) {
        Map<String, String> figures = new TreeMap<>();
        submission.observations().stream()
                .filter(o ->
                        CATALOGUE.item(o.item()).filter(i -> !i.isComputed()).isPresent())
                .forEach(o -> figures.put(o.item(), o.value().show()));
        return figures;
    }

    /** Without the day of closing every case would be open for ever. */
    @Test
    void sendsBackARegisterWithoutTheColumnThatTellsWhetherARecordIsOpen() throws IOException {
        Path cut = register("缺列.xlsx", book -> {
            book.getAllNames().stream()
                    .filter(n -> n.getNameName().equals("cases.closed_on"))
                    .toList()
                    .forEach(book::removeName);
            for (Row row : book.getSheetAt(1)) {
                row.forEach(cell -> {
                    if (cell.getCellType() == CellType.STRING
                            && cell.getStringCellValue().equals("结案日")) {
                        cell.setBlank();
                    }
                });
            }
        });

        Submission read = read(cut).submissions().get(0);

        assertThat(read.findings())
                .filteredOn(f -> f.rule().equals("item.absent"))
                .extracting(Finding::item)
                .containsExactly("cases.closed_on");
    }

    /** A register of cases as it was issued then, with one case of 交管站 and what else is done to it. */
    private Path register(String name, Consumer<XSSFWorkbook> change) throws IOException {
        Consumer<XSSFWorkbook> begun = book -> type(book, "cases.case_no", "青交立〔2025〕1号");
        Path file = issued("案件台账", "交管站", begun.andThen(change));
        return Files.move(file, home.resolve(name));
    }

    /** A blank template as it was issued then, with what a unit did to it. */
    private Path issued(String name, String unit, Consumer<XSSFWorkbook> change) throws IOException {
        Path file = home.resolve("issued.xlsx");
        try (InputStream in = OldTemplateTest.class.getResourceAsStream("issued-before/" + name + ".xlsx");
                XSSFWorkbook book = new XSSFWorkbook(in);
                OutputStream out = Files.newOutputStream(file)) {
            type(book, "unit", unit);
            type(book, "period", "2025-03");
            change.accept(book);
            book.write(out);
        }
        return file;
    }

    /** Types into the first cell of a name. */
    private static void type(XSSFWorkbook book, String name, String text) {
        cell(book, name).setCellValue(text);
    }

    private static void type(XSSFWorkbook book, String name, double number) {
        cell(book, name).setCellValue(number);
    }

    private static Cell cell(XSSFWorkbook book, String name) {
        Name named = book.getAllNames().stream()
                .filter(n -> n.getNameName().equals(name))
                .findFirst()
                .orElseThrow();
        CellReference at = new AreaReference(named.getRefersToFormula(), SpreadsheetVersion.EXCEL2007).getFirstCell();
        return Styles.cell(book.getSheet(at.getSheetName()), at.getRow(), at.getCol());
    }

    private static Reading.Read read(Path file) {
        return read(file, Period.month(MARCH));
    }

    private static Reading.Read read(Path file, Period period) {
        Reading reading =
                new Intake(CATALOGUE).read(ReturnsFolder.of(file).files().get(0), period);
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return (Reading.Read) reading;
    }

    /** All that was read, but for the cells, which stand lower where lines were added, and what was not asked then. */
    private static List<String> values(Reading.Read reading) {
        return reading.submissions().stream()
                .flatMap(s -> s.observations().stream()
                        .filter(o -> !ADDED.contains(o.item()))
                        .map(o -> String.join(
                                " ",
                                s.unit(),
                                s.period().code(),
                                s.version(),
                                o.item(),
                                o.record(),
                                o.value().show())))
                .toList();
    }

    private static List<String> verdicts(Reading.Read reading) {
        return reading.submissions().stream()
                .flatMap(OldTemplateTest::verdicts)
                .filter(f -> !f.rule().equals("VIL005"))
                .map(f -> String.join(
                                " ", f.rule(), f.item(), f.record(), f.outcome().code())
                        + new TreeMap<>(f.arguments()))
                .toList();
    }

    private static Stream<Finding> verdicts(Submission s) {
        return new Checker(CATALOGUE, MARCH.atEndOfMonth().plusDays(5))
                        .check(
                                s.unit(),
                                s.form(),
                                s.period(),
                                s.observations(),
                                s.sheet(),
                                s.findings(),
                                operand -> Value.Gap.BLANK,
                                Directory.NONE)
                        .findings()
                        .stream();
    }

    private static boolean sharesFormulas(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry part :
                    zip.stream().filter(e -> e.getName().contains("sheet")).toList()) {
                if (new String(zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8)
                        .contains("t=\"shared\"")) {
                    return true;
                }
            }
        }
        return false;
    }
}
