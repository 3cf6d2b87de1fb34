package org.huizong.publish.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.AreaReference;
import org.huizong.aggregation.SmallTown;
import org.huizong.wording.Lang;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaperReportTest {
    private static final String OFFICES = "分单位";
    private static final String VILLAGES = "分村";
    private static final String VILLAGE = "村级";

    /** Points between the margins of A4 that lies on its side. */
    private static final double WIDTH = 770;

    private static final double HEIGHT = 501;

    @AutoClose
    private SmallTown town;

    @BeforeEach
    void makeTheTown(@TempDir Path folder) {
        town = new SmallTown(folder);
    }

    @Test
    void keepsFewIndicatorsInOneTableWithFilterAndFrozenHeads() {
        town.sendAll("2025-05", 3);

        try (var book = write()) {
            var sheet = book.workbook().getSheet(VILLAGES);
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A3:F6");
            assertThat(sheet.getPaneInformation().getHorizontalSplitTopRow()).isEqualTo((short) 3);
            assertThat(sheet.getRowBreaks()).isEmpty();
        }
    }

    @Test
    void breaksManyIndicatorsIntoBandsWithUnitsAndTotalsInEach() {
        addIndicators(21);
        town.sendAll("2025-05", 3);

        try (var book = write()) {
            var rows = book.rows(OFFICES);
            assertThat(rows.stream().filter(r -> !r.isEmpty() && r.get(0).equals("填报单位")))
                    .hasSize(2)
                    .allSatisfy(r -> assertThat(r.subList(1, 4)).containsExactly("报送状态", "迟报天数", "及时性名次"));
            assertThat(rows.stream().map(r -> r.isEmpty() ? "" : r.get(0)))
                    .containsSubsequence("填报单位", "社会办", "以上合计", "全镇", "填报单位", "社会办", "以上合计", "全镇");
            assertThat(rows).allSatisfy(r -> assertThat(r).hasSizeLessThanOrEqualTo(16));
            assertThat(book.cell(OFFICES, "P9")).isEqualTo("'社会事务'!$D$62 = 24");
            assertThat(book.cell(OFFICES, "P10")).isEqualTo("SUM($P$9:$P$9) = 24");
            assertThat(book.cell(OFFICES, "P11")).isEqualTo("'主要指标'!$C$31 = 24");
            assertThat(book.workbook().getSheet(OFFICES).getCTWorksheet().isSetAutoFilter())
                    .isFalse();
        }
    }

    @Test
    void repeatsTheHeadsWhenABandIsLongerThanAPage() {
        addVillages(70);
        town.sendAll("2025-05", 1);

        try (var book = write()) {
            var rows = book.rows(VILLAGES);
            List<Integer> heads = IntStream.range(0, rows.size())
                    .filter(i -> !rows.get(i).isEmpty() && rows.get(i).get(0).equals("填报单位"))
                    .boxed()
                    .toList();
            var breaks = IntStream.of(book.workbook().getSheet(VILLAGES).getRowBreaks())
                    .map(row -> row + 1)
                    .boxed()
                    .toList();
            assertThat(heads).hasSizeGreaterThan(2);
            assertThat(breaks).isEqualTo(heads.subList(1, heads.size()));
            assertThat(book.row(VILLAGES, "以上合计").get(4)).isEqualTo("SUM($E$4:$E$" + (rows.size() - 2) + ") = 73");
            assertThat(book.cell(VILLAGE, "D8")).endsWith(" = 73");
        }
    }

    @Test
    void showsOneUnitsFiguresInTheShapeOfTheFormAndPrintsThemOnce() {
        town.sendAll("2025-05", 3);

        try (var book = write()) {
            assertThat(book.cell("社会事务", "D9")).isEqualTo("SUM($D$17) = 3");
            assertThat(book.row("社会事务", 13)).startsWith("社会办　按时");
            assertThat(book.row("社会事务", 16).subList(0, 4)).containsExactly("案件", "起", "02", "3");
            assertThat(area(book, "社会事务")).endsWith("$A$1:$F$13");
            assertThat(area(book, VILLAGE)).endsWith("$A$1:$F$24");
            assertThat(book.cell(VILLAGE, "D8")).isEqualTo("SUM($D$13,$D$18,$D$23) = 9");
        }
    }

    @Test
    void setsOneHeadOverTheCellsOfALineWhenItHasSeveral() {
        addVillages(2);
        town.with(
                        "choices.csv",
                        "list,code,label,label_en\n",
                        "list,code,label,label_en\nvillage.columns,total,合计,Total\nvillage.columns,male,男,Male\nvillage.columns,female,女,Female\n")
                .with("items.csv", "Payers,01,,", "Payers,01,total,")
                .with("items.csv", "Residents,02,,", "Residents,02,total,")
                .withLine(
                        "items.csv",
                        "village,village.births_male,出生(男),Births (male),03,male,integer,人,,,,,,sum,sum,,,,,")
                .withLine(
                        "items.csv",
                        "village,village.births_female,出生(女),Births (female),03,female,integer,人,,,,,,sum,sum,,,,,")
                .withLine("choices.csv", "village.rows,03,出生,Births");
        town.sendAll("2025-05", 3);

        try (var book = write()) {
            var sheet = book.workbook().getSheet(VILLAGE);
            assertThat(book.row(VILLAGE, 12)).containsExactly("填报单位", "报送状态", "实报/应报", "缴费人数", "常住人口", "出生", "出生");
            assertThat(book.row(VILLAGE, 13)).containsExactly("代码", "", "", "01", "02", "03 男", "03 女");
            assertThat(sheet.getMergedRegions()).extracting(Object::toString).anyMatch(r -> r.contains("F13:G13"));
        }
    }

    @Test
    void printsEverySheetAtLeastAtThreeQuartersOfItsSizeAndOnOnePagesWidth() {
        addIndicators(21);
        town.sendAll("2025-05", 3);

        try (var book = write()) {
            for (String name : List.of(OFFICES, VILLAGES, "社会事务", VILLAGE)) {
                Sheet sheet = book.workbook().getSheet(name);
                int scale = sheet.getPrintSetup().getScale();
                double places = 0;
                for (int column = 0; column < printed(book, name); column++) {
                    places += sheet.getColumnWidth(column) / 256.0;
                }
                double paper = sheet.getPrintSetup().getLandscape() ? WIDTH : HEIGHT + 22;
                assertThat(scale).as(name).isGreaterThanOrEqualTo(75);
                assertThat(places * 6.75 * scale / 100).as(name).isLessThanOrEqualTo(paper);
            }
        }
    }

    /** How many columns the widest row takes that is printed. */
    private static int printed(Written book, String sheet) {
        String area = area(book, sheet);
        return area == null
                ? book.rows(sheet).stream().mapToInt(List::size).max().orElseThrow()
                : new AreaReference(area, SpreadsheetVersion.EXCEL2007)
                                .getLastCell()
                                .getCol()
                        + 1;
    }

    private void addIndicators(int more) {
        for (int i = 0; i < more; i++) {
            String code = "extra" + "abcdefghijklmnopqrstuvwxyz".charAt(i);
            town.withLine(
                    "items.csv",
                    "social,social." + code + ",附加" + code + ",Extra,6" + code + ",,integer,人,,,,,,sum,sum,,,,,");
            town.withLine(
                    "indicators.csv",
                    code + ",law," + (60 + i) + ",附加" + i + ",Extra,人,social." + code + ",0,none,,,,,");
        }
    }

    private void addVillages(int more) {
        for (int i = 0; i < more; i++) {
            town.withLine(
                    "units.csv", "w" + (100 + i) + ",新村" + i + ",New Village " + i + ",village,xiaohe,village,,,,");
        }
    }

    private static String area(Written book, String sheet) {
        return book.workbook().getPrintArea(book.workbook().getSheetIndex(sheet));
    }

    private Written write() {
        return new Written(town.publish("2025-05", LocalDate.of(2025, 6, 10)), town.catalogue(), Lang.ZH);
    }
}
