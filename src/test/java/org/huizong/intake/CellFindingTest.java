package org.huizong.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.huizong.intake.IntakeFixture.CATALOGUE;
import static org.huizong.intake.IntakeFixture.error;
import static org.huizong.intake.IntakeFixture.notice;
import static org.huizong.intake.IntakeFixture.single;
import static org.huizong.intake.IntakeFixture.values;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Workbook;
import org.huizong.model.Argument;
import org.huizong.model.CellAddress;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.model.Period;
import org.huizong.model.Severity;
import org.huizong.model.Submission;
import org.huizong.model.Value;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellFindingTest {
    private static final CellRef MATERIALS = new CellRef("a.xlsx", "普法", "D9");

    @TempDir
    private Path folder;

    private Submission with(Object value) {
        return single(TestForms.publicity(CATALOGUE)
                .with("publicity.materials", value)
                .save(folder, "a.xlsx"));
    }

    @Test
    void sendsBackATextInANumberCell() {
        Submission submission = with("约30");

        assertThat(submission.findings())
                .containsExactly(error("unreadable", MATERIALS, "item", "publicity.materials", "value", "约30"));
        assertThat(values(submission)).containsEntry("publicity.materials", new Value.Text("约30"));
    }

    @Test
    void notesARepair() {
        Submission submission = with("1,200份");

        assertThat(submission.findings())
                .containsExactly(
                        notice("repaired", MATERIALS, "item", "publicity.materials", "text", "1,200份", "value", 1200));
        assertThat(values(submission)).containsEntry("publicity.materials", Value.of(1200));
    }

    @Test
    void readsWhatAWorkbookWritesAsAnEscapeAndMarksThatNobodySees() {
        assertThat(values(with("64_x000D_"))).containsEntry("publicity.materials", Value.of(64));
        assertThat(values(with("\u202d64\u202c"))).containsEntry("publicity.materials", Value.of(64));
        assertThat(values(single(TestForms.publicity(CATALOGUE)
                        .with("publicity.study_time", "否_x000D_")
                        .with("publicity.study_plan", "\u200e是")
                        .save(folder, "b.xlsx"))))
                .containsEntry("publicity.study_time", Value.of("no"))
                .containsEntry("publicity.study_plan", Value.of("yes"));
    }

    @ParameterizedTest
    @CsvSource({
        "12+30, 40, 42",
        "SUM(D10:D11)*2+5, 9, 5",
        "D10+30, 42, 30",
        "(12+30)/4, 10, 10.5",
        "12+30, 42, ",
        "'IF(D10>0,1,2)', 40, ",
        "D10+E4, 7, ",
        "1E9+1E-200, 7, ",
        "2^3, 7, "
    })
    void saysWhatAFormulaComesToIfTheFileKeepsAnotherNumberOfIt(String formula, int kept, String expected)
            throws IOException {
        for (Path file : List.of(stale(formula, kept, "a.xlsx"), stale(formula, kept, "a.xls"))) {
            Submission submission = single(file);

            assertThat(values(submission)).containsEntry("publicity.materials", Value.of(kept));
            assertThat(submission.findings())
                    .filteredOn(f -> f.rule().equals("cell.stale"))
                    .extracting(
                            f -> f.severity(),
                            f -> f.where().cell(),
                            f -> f.arguments().get("expected"))
                    .isEqualTo(
                            expected == null
                                    ? List.of()
                                    : List.of(tuple(Severity.NOTICE, "D9", Argument.of(new BigDecimal(expected)))));
        }
    }

    /** A form with a formula that a program has written without calculating it. */
    private Path stale(String formula, int kept, String name) throws IOException {
        TestForms forms = TestForms.publicity(CATALOGUE);
        Path file = folder.resolve(name);
        try (Workbook book = name.endsWith(".xls")
                        ? new HSSFWorkbook(Files.newInputStream(Recast.old(forms.workbook(), file)))
                        : forms.workbook();
                var out = new ByteArrayOutputStream()) {
            Cell cell = TestForms.cell(book.getSheetAt(0), new CellAddress(8, 3));
            cell.setCellFormula(formula);
            cell.setCellValue(kept);
            book.write(out);
            return Files.write(file, out.toByteArray());
        }
    }

    @Test
    void leavesABlankAndANegativeCountToTheRules() {
        assertThat(values(with(null))).containsEntry("publicity.materials", Value.Gap.BLANK);
        assertThat(values(with(-3))).containsEntry("publicity.materials", Value.of(-3));
    }

    @Test
    void saysItInBothLanguages() {
        Finding finding = with("约30").findings().get(0);

        assertThat(Stream.of(Lang.ZH, Lang.EN)
                        .map(l -> new Wording(new MessageBundle(l), CATALOGUE)
                                .sentence(finding, Period.parse("2026-10"))))
                .containsExactly(
                        "发放宣传资料写的是“约30”，读不出数字。请只写数字，如 12；没有发生的写 0。",
                        "Leaflets handed out is \"约30\", which is no number. Write only digits, such as 12; write 0 if there was none.");
    }

    @Test
    void notesAFormOfAnotherVersion() {
        Submission submission =
                single(TestForms.publicity(CATALOGUE).with("version", "0").save(folder, "a.xlsx"));

        assertThat(submission.version()).isEqualTo("0");
        assertThat(submission.findings())
                .containsExactly(notice(
                        "version.other",
                        new CellRef("a.xlsx", "普法", ""),
                        "form",
                        "publicity",
                        "version",
                        "0",
                        "current",
                        Argument.name("1")));
    }
}
