package org.huizong.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Registers;
import org.huizong.layout.Field;
import org.huizong.layout.RegisterLayout;
import org.huizong.model.Argument;
import org.huizong.model.Observation;
import org.huizong.model.Period;
import org.huizong.model.Reading;
import org.huizong.model.SourceFile;
import org.huizong.model.Subject;
import org.huizong.model.Submission;
import org.huizong.model.Value;
import org.huizong.spreadsheet.write.Styles;
import org.huizong.template.Prefill;
import org.huizong.template.TemplateWriter;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads the register of cases as it comes back from the traffic office, whose template is filled cell by cell. */
class RegisterReadingTest {
    private static final Catalogue CATALOGUE = Registers.catalogue();
    private static final Period MARCH = Period.parse("2025-03");
    private static final String SHEET = "行政执法案件台账";
    private static final RegisterLayout LAYOUT =
            RegisterLayout.of(CATALOGUE, CATALOGUE.form("cases", MARCH.last()).orElseThrow(), MARCH.last());

    private static final byte[] ISSUED = issued();

    @TempDir
    private Path folder;

    @Test
    void readsEachRowAsARecordUnderItsCaseNumber() {
        var submission = submission(sheet -> {
            fill(sheet, 7, "青交立〔2025〕1号", "张三");
            fill(sheet, 8, "青交立〔2025〕2号", "李四");
        });

        assertThat(submission.findings()).isEmpty();
        assertThat(values(submission, "cases.case_no"))
                .containsExactly(
                        tuple("青交立〔2025〕1号", Value.of("青交立〔2025〕1号"), "B8"),
                        tuple("青交立〔2025〕2号", Value.of("青交立〔2025〕2号"), "B9"));
        assertThat(values(submission, "cases.filed_on"))
                .extracting(t -> t.toList().get(1))
                .containsOnly(Value.of(LocalDate.of(2025, 3, 4)));
        assertThat(values(submission, "cases.kind"))
                .extracting(t -> t.toList().get(1))
                .containsOnly(Value.of("penalty"));
    }

    @Test
    void readsRowsThatWerePastedBelowTheReadyOnes() {
        var submission = submission(sheet -> fill(sheet, 400, "青交立〔2025〕9号", "张三"));

        assertThat(values(submission, "cases.case_no"))
                .containsExactly(tuple("青交立〔2025〕9号", Value.of("青交立〔2025〕9号"), "B401"));
    }

    @Test
    void namesTheRowWithoutAKeyAndTheOneThatComesTwiceAndKeepsTheOthers() {
        var submission = submission(sheet -> {
            fill(sheet, 7, "青交立〔2025〕1号", "张三");
            fill(sheet, 8, "", "李四");
            fill(sheet, 9, "青交立 〔2025〕 1号", "王五");
            fill(sheet, 10, "青交立〔2025〕4号", "赵六");
        });

        assertThat(submission.findings())
                .extracting(f -> f.rule(), f -> f.where().cell())
                .containsExactly(tuple("record.key", "B9"), tuple("record.twice", "B10"));
        assertThat(values(submission, "cases.party"))
                .extracting(t -> t.toList().get(0))
                .containsExactly("青交立〔2025〕1号", "#9", "青交立〔2025〕1号#10", "青交立〔2025〕4号");
    }

    @Test
    void saysThatACaseNumberIsTooLongAndNotThatThereIsNone() {
        String number = "青交立〔2025〕1号" + "(见附件)".repeat(48);

        var submission = submission(sheet -> fill(sheet, 7, number, "张三"));

        assertThat(submission.findings())
                .extracting(f -> f.rule(), f -> f.where().cell(), f -> f.subject(), f -> f.arguments())
                .containsExactly(tuple(
                        "record.key.long",
                        "B8",
                        new Subject("", "", "cases.case_no", "#8"),
                        Map.of("length", Argument.of(251), "limit", Argument.of(180))));
    }

    @Test
    void passesOverARowOfTotals() {
        var submission = submission(sheet -> {
            fill(sheet, 7, "青交立〔2025〕1号", "张三");
            cell(sheet, 8, 1, "合  计");
            Styles.cell(sheet, 8, column("cases.fine")).setCellValue(200);
        });

        assertThat(submission.findings())
                .extracting(f -> f.rule(), f -> f.where().row())
                .containsExactly(tuple("record.total", "9"));
        assertThat(values(submission, "cases.fine")).isEmpty();
    }

    @Test
    void passesOverAnExampleThatWasLeftIn() {
        var submission = submission(sheet -> {
            fill(sheet, 7, "示例", "王某某");
            fill(sheet, 8, "青交立〔2025〕1号", "张三");
        });

        assertThat(submission.findings())
                .extracting(f -> f.rule(), f -> f.where().row())
                .containsExactly(tuple("record.sample", "8"));
        assertThat(values(submission, "cases.party")).containsExactly(tuple("青交立〔2025〕1号", Value.of("张三"), "J9"));
    }

    @Test
    void readsRowsThatAFilterHides() {
        var submission = submission(sheet -> {
            fill(sheet, 7, "青交立〔2025〕1号", "张三");
            fill(sheet, 8, "青交立〔2025〕2号", "李四");
            row(sheet, 8).setZeroHeight(true);
        });

        assertThat(values(submission, "cases.party")).hasSize(2);
    }

    @Test
    void takesAnEmptyRegisterOnlyWithTheWordThatThereWasNothing() {
        assertThat(submission(sheet -> {}).findings()).extracting(f -> f.rule()).containsExactly("register.empty");
        assertThat(submission(sheet -> nil(sheet, "是")).findings()).isEmpty();
    }

    @Test
    void takesAnEmptyRegisterThatSaysSoInOtherWords() {
        var submission = submission(sheet -> nil(sheet, "本月无案件"));

        assertThat(submission.findings()).isEmpty();
        assertThat(values(submission, "nil")).containsExactly(tuple("", Value.of("yes"), "I3"));
    }

    @Test
    void repeatsWhatStandsThereIfItDoesNotSayThatThereWasNothing() {
        assertThat(submission(sheet -> nil(sheet, "有3件")).findings())
                .extracting(f -> f.rule(), f -> f.where().cell(), f -> f.arguments())
                .containsExactly(tuple("register.otherwise", "I3", Map.of("value", Argument.text("有3件"))));
    }

    @Test
    void takesNoRowForARecordThatOnlyStrokesGoThrough() {
        var submission = submission(sheet -> {
            fill(sheet, 7, "青交立〔2025〕1号", "张三");
            cell(sheet, 8, column("cases.case_no"), "以下空白");
            cell(sheet, 9, column("cases.case_no"), "/");
            cell(sheet, 9, column("cases.party"), "—");
        });

        assertThat(submission.findings()).isEmpty();
        assertThat(values(submission, "cases.case_no")).hasSize(1);
    }

    @Test
    void readsStrokesInCellsThatDoNotApplyAsBlank() {
        var submission = submission(sheet -> {
            fill(sheet, 7, "青交立〔2025〕1号", "张三");
            cell(sheet, 7, column("cases.party_id"), "无");
            cell(sheet, 7, column("cases.reviewed_on"), "—");
            cell(sheet, 7, column("cases.confiscated"), "/");
            cell(sheet, 7, column("cases.paid_on"), "未缴");
            cell(sheet, 7, column("cases.closing"), "/");
        });

        assertThat(submission.observations())
                .filteredOn(o -> o.where().row().equals("8") && !o.value().isMissing())
                .extracting(Observation::item)
                .doesNotContain(
                        "cases.party_id", "cases.reviewed_on", "cases.confiscated", "cases.paid_on", "cases.closing");
        assertThat(submission.findings())
                .extracting(f -> f.rule(), f -> f.item(), f -> f.arguments().get("text"))
                .containsExactlyInAnyOrder(
                        tuple("repaired.blank", "cases.party_id", Argument.text("无")),
                        tuple("repaired.blank", "cases.reviewed_on", Argument.text("—")),
                        tuple("repaired.blank", "cases.confiscated", Argument.text("/")),
                        tuple("repaired.blank", "cases.paid_on", Argument.text("未缴")),
                        tuple("repaired.blank", "cases.closing", Argument.text("/")));
    }

    @Test
    void readsByTheWordsAtTheHeadWhenNamesAreGone() {
        var submission = submission(sheet -> {
            fill(sheet, 7, "青交立〔2025〕1号", "张三");
            var book = sheet.getWorkbook();
            book.getAllNames().stream()
                    .filter(n -> n.getNameName().startsWith("cases."))
                    .toList()
                    .forEach(book::removeName);
        });

        assertThat(submission.findings()).extracting(f -> f.rule()).containsExactly("sheet.label");
        assertThat(values(submission, "cases.party")).containsExactly(tuple("青交立〔2025〕1号", Value.of("张三"), "J8"));
    }

    @Test
    void doubtsNothingItCanReadButRefusesADateThatIsNone() {
        var submission = submission(sheet -> {
            fill(sheet, 7, "青交立〔2025〕1号", "张三");
            cell(sheet, 7, column("cases.decided_on"), "2025.3.20");
            cell(sheet, 7, column("cases.served_on"), "2025.2.30");
            cell(sheet, 7, column("cases.party_id"), "110105194912310021");
        });

        assertThat(submission.findings())
                .extracting(f -> f.rule(), f -> f.where().row(), f -> f.item())
                .containsExactly(
                        tuple("identity.citizen", "8", "cases.party_id"),
                        tuple("repaired", "8", "cases.decided_on"),
                        tuple("unreadable.date", "8", "cases.served_on"));
        assertThat(submission.findings().get(0).arguments().get("value"))
                .isEqualTo(Argument.text("**************0021"));
    }

    private static byte[] issued() {
        var issued = new ByteArrayOutputStream();
        try {
            new TemplateWriter(CATALOGUE, new Wording(new MessageBundle(Lang.ZH), CATALOGUE))
                    .issue(CATALOGUE.unit("d03").orElseThrow(), MARCH, Prefill.NONE, issued);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return issued.toByteArray();
    }

    private static int column(String item) {
        return LAYOUT.column(item).orElseThrow();
    }

    private static void fill(XSSFSheet sheet, int row, String number, String party) {
        if (!number.isEmpty()) {
            cell(sheet, row, column("cases.case_no"), number);
        }
        cell(sheet, row, column("cases.field"), "道路交通");
        cell(sheet, row, column("cases.kind"), "处罚");
        cell(sheet, row, column("cases.cause"), "超员");
        cell(sheet, row, column("cases.procedure"), "普通程序");
        cell(sheet, row, column("cases.party_type"), "公民");
        cell(sheet, row, column("cases.party"), party);
        row(sheet, row)
                .getCell(column("cases.filed_on"), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK)
                .setCellValue(LocalDate.of(2025, 3, 4));
    }

    private static void nil(XSSFSheet sheet, String text) {
        var address = LAYOUT.cell(Field.NIL).orElseThrow();
        cell(sheet, address.row(), address.column(), text);
    }

    private static void cell(XSSFSheet sheet, int row, int column, String text) {
        var cell = row(sheet, row).getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
        if (cell.getCellType() == CellType.FORMULA) {
            cell.removeFormula();
        }
        cell.setCellValue(text);
    }

    private static Row row(XSSFSheet sheet, int row) {
        return sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
    }

    private static java.util.List<org.assertj.core.groups.Tuple> values(Submission submission, String item) {
        return submission.observations().stream()
                .filter(o -> o.item().equals(item) && !o.value().isMissing())
                .map((Observation o) -> tuple(o.record(), o.value(), o.where().cell()))
                .toList();
    }

    private Submission submission(Consumer<XSSFSheet> clerk) {
        Reading reading = read(clerk);
        return ((Reading.Read) reading).submissions().get(0);
    }

    private Reading read(Consumer<XSSFSheet> clerk) {
        try {
            Path file = folder.resolve("交管站.xlsx");
            try (var book = new XSSFWorkbook(new ByteArrayInputStream(ISSUED));
                    var out = Files.newOutputStream(file)) {
                clerk.accept(book.getSheet(SHEET));
                book.write(out);
            }
            return new Intake(CATALOGUE)
                    .read(new SourceFile(file, "交管站.xlsx", "0".repeat(64), Files.size(file)), MARCH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
