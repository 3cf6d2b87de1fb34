package org.huizong.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huizong.intake.IntakeFixture.CATALOGUE;
import static org.huizong.intake.IntakeFixture.error;
import static org.huizong.intake.IntakeFixture.notice;
import static org.huizong.intake.IntakeFixture.read;
import static org.huizong.intake.IntakeFixture.refusal;
import static org.huizong.intake.IntakeFixture.single;
import static org.huizong.intake.IntakeFixture.values;

import java.nio.file.Path;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.huizong.model.Argument;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.model.Period;
import org.huizong.model.Reading;
import org.huizong.model.Remark;
import org.huizong.model.Submission;
import org.huizong.model.Value;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {
    private static final CellRef UNIT = new CellRef("a.xlsx", "普法", "B4");
    private static final CellRef PERIOD = new CellRef("a.xlsx", "普法", "E4");

    @TempDir
    private Path folder;

    private Path with(String name, Object value) {
        return TestForms.publicity(CATALOGUE).with(name, value).save(folder, "a.xlsx");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v01",
                "V01",
                "石桥村",
                "石 桥 村",
                "石桥",
                "石桥村委会",
                "青溪镇石桥村村民委员会",
                "青溪镇石桥(盖章)",
                "Shiqiao Village",
                "填报单位（盖章）：石桥村"
            })
    void knowsAUnitByAnyOfItsNames(String name) {
        Submission submission = single(with("unit", name));

        assertThat(submission.unit()).isEqualTo("v01");
        assertThat(submission.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-10", "2026年10月", "2026.10", "２０２６年１０月", "2026/10", "202610", "2026-10-31", "October 2026"})
    void knowsAPeriodHoweverItIsWritten(String text) {
        Submission submission = single(with("period", text));

        assertThat(submission.period()).isEqualTo(IntakeFixture.FOLDER);
        assertThat(submission.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {46296, 202610})
    void knowsAPeriodWrittenAsANumber(double number) {
        assertThat(single(with("period", number)).period()).isEqualTo(IntakeFixture.FOLDER);
    }

    @Test
    void saysWhereAReturnForAnotherPeriodBelongs() {
        var findings = refusal(with("period", "2026年9月"));

        assertThat(findings)
                .containsExactly(error(
                        "period.other",
                        PERIOD,
                        "period",
                        Period.parse("2026-09"),
                        "folder",
                        Period.parse("2026-10"),
                        "form",
                        "publicity",
                        "unit",
                        "v01"));
    }

    @Test
    void refusesAPeriodOfAnotherLength() {
        var findings = refusal(with("period", "2026年"));

        assertThat(findings)
                .containsExactly(error(
                        "period.length",
                        PERIOD,
                        "period",
                        Period.parse("2026"),
                        "form",
                        "publicity",
                        "example",
                        Period.parse("2026-12"),
                        "unit",
                        "v01"));
    }

    @Test
    void refusesANumberThatMayBeJanuaryOrOctober() {
        var findings = refusal(with("period", 2026.1));

        assertThat(findings)
                .containsExactly(error(
                        "period.unreadable",
                        PERIOD,
                        "value",
                        "2026.1",
                        "folder",
                        Period.parse("2026-10"),
                        "form",
                        "publicity",
                        "unit",
                        "v01"));
    }

    @Test
    void refusesABlankPeriod() {
        assertThat(refusal(with("period", null)))
                .containsExactly(error(
                        "period.blank", PERIOD, "folder", Period.parse("2026-10"), "form", "publicity", "unit", "v01"));
    }

    @Test
    void refusesABlankUnit() {
        assertThat(refusal(with("unit", " "))).containsExactly(error("unit.blank", UNIT, "form", "publicity"));
    }

    @Test
    void namesUnitsNearAnUnknownOne() {
        assertThat(refusal(with("unit", "石乔村")))
                .containsExactly(error("unit.unknown", UNIT, "value", "石乔村", "near", Argument.name("石桥村 v01")));
    }

    @Test
    void refusesAUnitThatIsLikeNoOther() {
        assertThat(refusal(with("unit", "税务分局"))).containsExactly(error("unit.unknown", UNIT, "value", "税务分局"));
    }

    @Test
    void refusesAReturnThatTheUnitDoesNotOwe() {
        TestForms forms = new TestForms(CATALOGUE);
        forms.add("village", "村表", "司法所", "2026-10");

        var findings = refusal(forms.save(folder, "a.xlsx"));

        assertThat(findings)
                .containsExactly(
                        error("unit.owes", new CellRef("a.xlsx", "村表", "B4"), "unit", "d06", "form", "village"));
    }

    @Test
    void keepsTheOtherReturnsOfAFileWhenOneIsWrong() {
        TestForms forms = TestForms.publicity(CATALOGUE);
        forms.add("village", "村表", "石桥村", "2026-09");

        Reading reading = read(forms.save(folder, "a.xlsx"));

        assertThat(reading).isInstanceOfSatisfying(Reading.Read.class, read -> {
            assertThat(read.submissions()).extracting(Submission::form).containsExactly("publicity");
            assertThat(read.findings())
                    .containsExactly(error(
                            "period.other",
                            new CellRef("a.xlsx", "村表", "E4"),
                            "period",
                            Period.parse("2026-09"),
                            "folder",
                            Period.parse("2026-10"),
                            "form",
                            "village",
                            "unit",
                            "v01"));
        });
    }

    @Test
    void readsTwoReturnsOfOneFile() {
        TestForms forms = TestForms.publicity(CATALOGUE);
        forms.add("village", "村表", "石桥村", "2026-10");

        Reading reading = read(forms.save(folder, "a.xlsx"));

        assertThat(reading).isInstanceOfSatisfying(Reading.Read.class, read -> {
            assertThat(read.submissions()).extracting(Submission::form).containsExactly("publicity", "village");
            assertThat(read.findings()).isEmpty();
        });
    }

    @Test
    void notesASheetThatIsNoReturnButNotTheInstructions() {
        TestForms forms = new TestForms(CATALOGUE);
        TestForms.text(forms.workbook().createSheet("填报说明"), 0, 0, "请填写青依法06表");
        forms.add("publicity", "普法", "石桥村", "2026-10");
        TestForms.text(forms.workbook().createSheet("草稿"), 0, 0, "备忘");
        forms.workbook().createSheet("Sheet3");

        Reading reading = read(forms.save(folder, "a.xlsx"));

        assertThat(reading.findings())
                .containsExactly(notice("sheet.other", new CellRef("a.xlsx", "草稿", ""), "sheet", Argument.name("草稿")));
    }

    @Test
    void takesNeitherOfTwoSheetsThatDisagree() {
        TestForms forms = TestForms.publicity(CATALOGUE);
        forms.add("publicity", "普法 (2)", "石桥村", "2026-10");
        forms.with(1, "publicity.materials", 5);

        var findings = refusal(forms.save(folder, "a.xlsx"));

        assertThat(findings)
                .containsExactly(error(
                        "sheet.twice",
                        new CellRef("a.xlsx", "普法 (2)", ""),
                        "unit",
                        "v01",
                        "form",
                        "publicity",
                        "first",
                        Argument.name("普法")));
    }

    @ParameterizedTest
    @CsvSource({"2026-09, VERY_HIDDEN", "2026-09, HIDDEN", "2026-10, HIDDEN"})
    void countsTheSheetThatShowsAndNamesTheHiddenCopyOfIt(String period, SheetVisibility hidden) {
        TestForms forms = TestForms.publicity(CATALOGUE).with("publicity.materials", 7);
        forms.add("publicity", "普法 (2)", "石桥村", period);
        forms.with(1, "publicity.materials", 5);
        forms.workbook().setSheetOrder("普法 (2)", 0);
        forms.workbook().setSheetVisibility(0, hidden);
        forms.workbook().setActiveSheet(1);

        Path file = forms.save(folder, "a.xlsx");

        assertThat(values(single(file))).containsEntry("publicity.materials", Value.of(7));
        assertThat(read(file).findings())
                .containsExactly(notice("sheet.hidden", new CellRef("a.xlsx", "普法 (2)", ""), "form", "publicity"));
    }

    @Test
    void saysThatASheetIsHiddenOfWhichItComplains() {
        TestForms forms = TestForms.publicity(CATALOGUE).with("period", "2026-09");
        TestForms.text(forms.workbook().createSheet("通讯录"), 0, 0, "姓名");
        forms.workbook().setSheetVisibility(0, SheetVisibility.VERY_HIDDEN);
        forms.workbook().setActiveSheet(1);

        Finding finding = refusal(forms.save(folder, "a.xlsx")).get(0);

        assertThat(finding.rule()).isEqualTo("period.other");
        assertThat(finding.where()).isEqualTo(new CellRef("a.xlsx", "普法", "E4"));
        assertThat(new Wording(new MessageBundle(Lang.ZH), CATALOGUE).sentence(finding, IntakeFixture.FOLDER))
                .isEqualTo("这张表的报告期是 2026-09，却放在 2026-10 里。是 2026-09 的请移到 2026-09 的文件夹；报告期写错了的请改正后重报。"
                        + "这张工作表是深度隐藏的，右键菜单里显示不出来：请用发下来的模板重新填报，或者只把看得见的工作表复制到新工作簿再报。");
    }

    @Test
    void readsAHiddenReturnThatStandsAloneAndSaysSo() {
        TestForms forms = TestForms.publicity(CATALOGUE);
        TestForms.text(forms.workbook().createSheet("通讯录"), 0, 0, "姓名");
        forms.workbook().setSheetHidden(0, true);
        forms.workbook().setActiveSheet(1);

        Reading reading = read(forms.save(folder, "a.xlsx"));

        assertThat(((Reading.Read) reading).submissions()).hasSize(1);
        assertThat(reading.findings())
                .contains(notice("sheet.hidden.read", new CellRef("a.xlsx", "普法", ""))
                        .with(new Remark.HiddenSheet(false)));
    }

    @Test
    void countsTwoEqualSheetsOnce() {
        TestForms forms = TestForms.publicity(CATALOGUE);
        forms.add("publicity", "普法 (2)", "石桥村", "2026-10");

        Reading reading = read(forms.save(folder, "a.xlsx"));

        assertThat(reading.findings())
                .containsExactly(notice(
                        "sheet.same",
                        new CellRef("a.xlsx", "普法 (2)", ""),
                        "unit",
                        "v01",
                        "form",
                        "publicity",
                        "first",
                        Argument.name("普法")));
    }
}
