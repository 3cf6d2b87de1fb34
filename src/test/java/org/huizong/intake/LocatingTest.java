package org.huizong.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.huizong.intake.IntakeFixture.CATALOGUE;
import static org.huizong.intake.IntakeFixture.error;
import static org.huizong.intake.IntakeFixture.notice;
import static org.huizong.intake.IntakeFixture.read;
import static org.huizong.intake.IntakeFixture.refusal;
import static org.huizong.intake.IntakeFixture.single;
import static org.huizong.intake.IntakeFixture.values;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.TwoForms;
import org.huizong.catalogue.Unit;
import org.huizong.model.Argument;
import org.huizong.model.CellAddress;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.model.Reading;
import org.huizong.model.Submission;
import org.huizong.model.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocatingTest {
    private static final CellRef SHEET = new CellRef("a.xlsx", "普法", "");

    @TempDir
    private Path folder;

    @Test
    void followsTheNamesWhenRowsAreInserted() {
        TestForms forms = TestForms.publicity(CATALOGUE).with("publicity.materials", 620);
        Sheet sheet = forms.workbook().getSheetAt(0);
        sheet.shiftRows(5, sheet.getLastRowNum(), 3);

        Submission submission = single(forms.save(folder, "a.xlsx"));

        assertThat(submission.findings()).isEmpty();
        assertThat(submission.observations())
                .filteredOn(o -> o.item().equals("publicity.materials"))
                .singleElement()
                .satisfies(o -> {
                    assertThat(o.value()).isEqualTo(Value.of(620));
                    assertThat(o.where()).isEqualTo(new CellRef("a.xlsx", "普法", "D12"));
                });
    }

    @Test
    void followsTheNamesWhenTheSheetIsRenamed() {
        TestForms forms = TestForms.publicity(CATALOGUE).with("publicity.boards", 2);
        forms.workbook().setSheetName(0, "最终版 'ok' (2)改");

        Submission submission = single(forms.save(folder, "a.xlsx"));

        assertThat(submission.findings()).isEmpty();
        assertThat(submission.sheet().sheet()).isEqualTo("最终版 'ok' (2)改");
        assertThat(values(submission)).containsEntry("publicity.boards", Value.of(2));
    }

    @Test
    void findsEverythingByLabelsWhenTheNamesAreGone() {
        TestForms named = TestForms.publicity(CATALOGUE);
        named.with("publicity.materials", 620).with("publicity.exam_passed", 3).with("foot_filler", "张三");
        var expected = single(named.save(folder, "named.xlsx"));
        TestForms bare = TestForms.publicity(CATALOGUE);
        bare.with("publicity.materials", 620).with("publicity.exam_passed", 3).with("foot_filler", "张三");
        Sheet sheet = bare.workbook().getSheetAt(0);
        bare.withoutNames();
        sheet.shiftRows(5, sheet.getLastRowNum(), 2);

        Submission submission = single(bare.save(folder, "a.xlsx"));

        assertThat(submission.findings()).containsExactly(notice("sheet.label", SHEET, "form", "publicity"));
        assertThat(values(submission)).isEqualTo(values(expected));
        assertThat(submission.signature()).isEqualTo(expected.signature()).containsEntry("foot_filler", "张三");
    }

    @Test
    void notesEachItemFoundByItsLabelAmongOthersFoundByName() {
        TestForms forms = TestForms.publicity(CATALOGUE).with("publicity.boards", 2);
        forms.withoutName("publicity.boards");

        Submission submission = single(forms.save(folder, "a.xlsx"));

        assertThat(submission.findings())
                .containsExactly(
                        notice("located.label", new CellRef("a.xlsx", "普法", "D12"), "item", "publicity.boards"));
        assertThat(values(submission)).containsEntry("publicity.boards", Value.of(2));
    }

    @Test
    void findsALineByItsCodeWhenItsLabelWasReworded() {
        TestForms forms = TestForms.publicity(CATALOGUE).with("publicity.boards", 2);
        forms.withoutName("publicity.boards");
        TestForms.text(forms.workbook().getSheetAt(0), 11, 0, "黑板报");

        Submission submission = single(forms.save(folder, "a.xlsx"));

        assertThat(submission.findings())
                .containsExactly(
                        notice("located.label", new CellRef("a.xlsx", "普法", "D12"), "item", "publicity.boards"));
    }

    @Test
    void fallsBackOnTheUsualPlaceOfAnUnmovedForm() {
        TestForms forms = TestForms.publicity(CATALOGUE).with("publicity.boards", 2);
        forms.withoutName("publicity.boards");
        TestForms.text(forms.workbook().getSheetAt(0), 11, 0, "黑板报");
        TestForms.text(forms.workbook().getSheetAt(0), 11, 2, "");

        Submission submission = single(forms.save(folder, "a.xlsx"));

        assertThat(submission.findings())
                .containsExactly(
                        notice("located.address", new CellRef("a.xlsx", "普法", "D12"), "item", "publicity.boards"));
    }

    @Test
    void sendsBackAFormWithoutOneOfItsLines() {
        TestForms forms = TestForms.publicity(CATALOGUE);
        forms.withoutName("publicity.boards");
        Sheet sheet = forms.workbook().getSheetAt(0);
        sheet.removeRow(sheet.getRow(11));
        sheet.shiftRows(12, sheet.getLastRowNum(), -1);

        Submission submission = single(forms.save(folder, "a.xlsx"));

        assertThat(submission.findings()).containsExactly(error("item.absent", SHEET, "item", "publicity.boards"));
    }

    @Test
    void readsAnOlderTemplateThatDoesNotAskWhatNeedNotBeFilled() {
        TestForms forms = TestForms.publicity(CATALOGUE).with("publicity.materials", 620);
        forms.save(folder, "a.xlsx");
        var tables = TwoForms.tables();
        String added = "publicity,publicity.podcasts,播客,Podcasts,03A,,integer,期,否,,0,100,,sum,sum,,,,,\n";
        tables.merge("items.csv", added.getBytes(StandardCharsets.UTF_8), LocatingTest::joined);
        Catalogue later = CatalogueLoader.load(tables);

        Reading reading = new Intake(later)
                .read(ReturnsFolder.of(folder.resolve("a.xlsx")).files().get(0), IntakeFixture.FOLDER);

        assertThat(((Reading.Read) reading).submissions()).singleElement().satisfies(submission -> {
            assertThat(submission.findings()).isEmpty();
            assertThat(values(submission))
                    .containsEntry("publicity.materials", Value.of(620))
                    .doesNotContainKey("publicity.podcasts");
        });
    }

    private static byte[] joined(byte[] table, byte[] line) {
        byte[] all = Arrays.copyOf(table, table.length + line.length);
        System.arraycopy(line, 0, all, table.length, line.length);
        return all;
    }

    @Test
    void sendsBackAFormWhoseNamesAndLabelsDisagree() {
        TestForms forms = TestForms.publicity(CATALOGUE);
        Sheet sheet = forms.workbook().getSheetAt(0);
        TestForms.text(sheet, 11, 0, "广播宣传");
        TestForms.text(sheet, 12, 0, "办板报");

        Submission submission = single(forms.save(folder, "a.xlsx"));

        assertThat(submission.findings())
                .containsExactly(
                        error(
                                "located.disagree",
                                new CellRef("a.xlsx", "普法", "D12"),
                                "item",
                                "publicity.boards",
                                "other",
                                "广播宣传"),
                        error(
                                "located.disagree",
                                new CellRef("a.xlsx", "普法", "D13"),
                                "item",
                                "publicity.broadcasts",
                                "other",
                                "办板报"));
    }

    @Test
    void findsTheCellsOfAGridByTheHeadsOfItsColumns() {
        TestForms forms = new TestForms(CATALOGUE);
        forms.add("village", "村表", "石桥村", "2026-10");
        forms.with("village.births_male", 3).with("village.births_female", 4).with("village.births", 7);
        forms.withoutName("village.births_male").withoutName("village.births_female");

        Submission submission = single(forms.save(folder, "a.xlsx"));

        assertThat(values(submission))
                .containsEntry("village.births_male", Value.of(3))
                .containsEntry("village.births_female", Value.of(4));
        assertThat(submission.findings())
                .containsExactly(
                        notice("located.label", new CellRef("a.xlsx", "村表", "E19"), "item", "village.births_male"),
                        notice("located.label", new CellRef("a.xlsx", "村表", "F19"), "item", "village.births_female"));
    }

    @Test
    void readsFootAndExplanations() {
        TestForms forms = TestForms.publicity(CATALOGUE);
        String rule =
                forms.layout("publicity").explanations().keySet().iterator().next();
        CellAddress address = forms.layout("publicity").explanations().get(rule);
        forms.with("foot_head", "李四").with("foot_phone", 13800000000L).with("foot_date", 46331);
        forms.with("explain." + rule, " 普法月集中发放 ");

        Submission submission = single(forms.save(folder, "a.xlsx"));

        assertThat(submission.signature())
                .containsOnly(
                        Map.entry("foot_head", "李四"),
                        Map.entry("foot_phone", "13800000000"),
                        Map.entry("foot_date", "2026-11-05"));
        assertThat(submission.observations())
                .filteredOn(o -> o.item().startsWith("explain."))
                .singleElement()
                .satisfies(o -> {
                    assertThat(o.item()).isEqualTo("explain." + rule);
                    assertThat(o.value()).isEqualTo(Value.of("普法月集中发放"));
                    assertThat(o.where()).isEqualTo(new CellRef("a.xlsx", "普法", address.text()));
                });
    }

    @Test
    void keepsWhenTheFileWasSaved() throws Exception {
        TestForms forms = TestForms.publicity(CATALOGUE);
        forms.workbook().getProperties().getCoreProperties().setModified("2026-11-03T08:30:00Z");

        Submission submission = single(forms.save(folder, "a.xlsx"));

        assertThat(submission.saved()).contains(Instant.parse("2026-11-03T08:30:00Z"));
    }

    /** Writes over the label of the first line and takes every name away. */
    private Submission retyped(String label) {
        TestForms forms = TestForms.publicity(CATALOGUE).with("publicity.boards", 2);
        forms.withoutNames();
        Sheet sheet = forms.workbook().getSheetAt(0);
        TestForms.text(sheet, 11, 0, label);
        TestForms.text(sheet, 11, 2, "");
        TestForms.text(sheet, 11, 1, "");
        sheet.shiftRows(5, sheet.getLastRowNum(), 1);
        return single(forms.save(folder, "a.xlsx"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"办板报", "办 板 报", "办板报:", "办板报、", "3、办板报", "(三)办板报", "③、办板报", "办板报(期)", "“办板报”", "其中:办板报"})
    void knowsALabelHoweverItWasTypedAgain(String label) {
        Submission submission = retyped(label);

        assertThat(values(submission)).containsEntry("publicity.boards", Value.of(2));
        assertThat(submission.findings()).containsExactly(notice("sheet.label", SHEET, "form", "publicity"));
    }

    @Test
    void doesNotKnowALabelThatSaysSomethingElse() {
        assertThat(retyped("办板报和墙报").findings()).contains(error("item.absent", SHEET, "item", "publicity.boards"));
    }

    @Test
    void knowsAnItemOfAnOlderTemplateByAnAlias() throws Exception {
        Map<String, byte[]> tables = new HashMap<>(CatalogueLoader.builtInTables());
        tables.computeIfPresent(
                "items.csv",
                (name, bytes) -> new String(bytes, StandardCharsets.UTF_8)
                        .replaceFirst("(publicity,publicity\\.boards,)办板报(,.*),,,\\n", "$1制作宣传栏$2,办板报;出黑板报,,\n")
                        .replaceFirst("(publicity,publicity\\.boards,)办板报(,.*),,,\\r", "$1制作宣传栏$2,办板报;出黑板报,,\r")
                        .getBytes(StandardCharsets.UTF_8));
        Catalogue renamed = CatalogueLoader.load(tables);
        assertThat(renamed.item("publicity.boards").orElseThrow().label()).isEqualTo("制作宣传栏");
        TestForms forms = TestForms.publicity(CATALOGUE).with("publicity.boards", 2);
        forms.withoutName("publicity.boards");
        TestForms.text(forms.workbook().getSheetAt(0), 11, 2, "");
        Path file = forms.save(folder, "a.xlsx");

        var reading = new Intake(renamed).read(ReturnsFolder.of(file).files().get(0), IntakeFixture.FOLDER);

        Submission submission = ((Reading.Read) reading).submissions().get(0);
        assertThat(submission.findings())
                .containsExactly(
                        notice("located.label", new CellRef("a.xlsx", "普法", "D12"), "item", "publicity.boards"));
        assertThat(values(submission)).containsEntry("publicity.boards", Value.of(2));
    }

    @Test
    void readsOverMergedAndUnmergedCells() {
        TestForms forms = TestForms.publicity(CATALOGUE).with("publicity.boards", 2);
        forms.withoutNames();
        Sheet sheet = forms.workbook().getSheetAt(0);
        sheet.addMergedRegion(CellRangeAddress.valueOf("A1:E1"));
        sheet.addMergedRegion(CellRangeAddress.valueOf("A12:B12"));
        sheet.addMergedRegion(CellRangeAddress.valueOf("D12:E12"));

        assertThat(values(single(forms.save(folder, "a.xlsx")))).containsEntry("publicity.boards", Value.of(2));
    }

    @Test
    void readsHiddenRowsAndColumns() {
        TestForms forms = TestForms.publicity(CATALOGUE).with("publicity.boards", 2);
        Sheet sheet = forms.workbook().getSheetAt(0);
        sheet.setColumnHidden(3, true);
        sheet.getRow(11).setZeroHeight(true);
        sheet.setAutoFilter(CellRangeAddress.valueOf("A6:D20"));

        assertThat(values(single(forms.save(folder, "a.xlsx")))).containsEntry("publicity.boards", Value.of(2));
    }

    @Test
    void refusesAListOfVillagesOneBelowTheOther() {
        TestForms forms = new TestForms(CATALOGUE);
        list(forms, false);

        assertThat(refusal(forms.save(folder, "a.xlsx"))).containsExactly(crowded());
    }

    @Test
    void refusesAListOfVillagesOneBesideTheOther() {
        TestForms forms = new TestForms(CATALOGUE);
        list(forms, true);

        assertThat(refusal(forms.save(folder, "a.xlsx"))).containsExactly(crowded());
    }

    @Test
    void readsATableInWhichEachRowNamesItsUnitAndTheHeadThePeriod() {
        TestForms forms = new TestForms(CATALOGUE);
        Sheet sheet = list(forms, false);
        TestForms.text(sheet, 1, 0, "报告期：" + IntakeFixture.FOLDER.code());
        TestForms.text(sheet, 6, 0, "合计");
        TestForms.cell(sheet, new CellAddress(6, 1)).setCellValue(6);

        Reading reading = read(forms.save(folder, "a.xlsx"));

        assertThat(((Reading.Read) reading).submissions())
                .extracting(s -> s.unit(), s -> value(s, "publicity.materials"))
                .containsExactly(
                        tuple("v01", "1 a.xlsx/各村/B4"), tuple("v02", "2 a.xlsx/各村/B5"), tuple("v03", "3 a.xlsx/各村/B6"));
        assertThat(reading.findings())
                .extracting(f -> f.rule(), f -> f.arguments().get("count"))
                .containsExactly(tuple("sheet.rows", Argument.of(3)));
    }

    @Test
    void refusesATableOfUnitsThatLacksAColumn() {
        TestForms forms = new TestForms(CATALOGUE);
        Sheet sheet = list(forms, false);
        TestForms.text(sheet, 1, 0, "报告期：" + IntakeFixture.FOLDER.code());
        TestForms.text(sheet, 2, 1, "发放的东西");

        assertThat(refusal(forms.save(folder, "a.xlsx"))).containsExactly(crowded());
    }

    private static String value(Submission submission, String item) {
        return submission.observations().stream()
                .filter(o -> o.item().equals(item))
                .map(o -> o.value().show() + " " + o.where().file() + "/"
                        + o.where().sheet() + "/" + o.where().cell())
                .findFirst()
                .orElse("");
    }

    @Test
    void readsTheReturnBesideAListOfVillages() {
        TestForms forms = TestForms.publicity(CATALOGUE);
        crowd(forms.workbook().createSheet("各村"), false);

        Reading reading = read(forms.save(folder, "a.xlsx"));

        assertThat(((Reading.Read) reading).submissions())
                .singleElement()
                .satisfies(s -> assertThat(s.unit()).isEqualTo("v01"));
        assertThat(reading.findings()).containsExactly(crowded());
    }

    private static Finding crowded() {
        return error(
                "sheet.units",
                new CellRef("a.xlsx", "各村", ""),
                "form",
                "publicity",
                "count",
                3,
                "units",
                Argument.name(String.join(
                        "、",
                        CATALOGUE.units().stream()
                                .filter(u -> u.code().matches("v0[123]"))
                                .map(Unit::label)
                                .toList())));
    }

    /** A sheet of its own with a title and three villages. */
    private static Sheet list(TestForms forms, boolean beside) {
        Sheet sheet = forms.workbook().createSheet("各村");
        TestForms.text(sheet, 0, 0, "青溪镇普法宣传与学法情况月报表");
        crowd(sheet, beside);
        return sheet;
    }

    private static void crowd(Sheet sheet, boolean beside) {
        var lines = new TestForms(CATALOGUE)
                .layout("publicity").lines().stream()
                        .filter(l -> !l.isHeading())
                        .toList();
        for (int i = 0; i < lines.size(); i++) {
            TestForms.text(
                    sheet, beside ? 3 + i : 2, beside ? 0 : 1 + i, lines.get(i).label());
        }
        for (int v = 1; v <= 3; v++) {
            String village = CATALOGUE.unit("v0" + v).orElseThrow().label();
            TestForms.text(sheet, beside ? 2 : 2 + v, beside ? v : 0, village);
            for (int i = 0; i < lines.size(); i++) {
                TestForms.cell(sheet, new CellAddress(beside ? 3 + i : 2 + v, beside ? v : 1 + i))
                        .setCellValue(v);
            }
        }
    }
}
