package org.huizong.publish.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.huizong.aggregation.SmallTown;
import org.huizong.model.Disposition;
import org.huizong.wording.Lang;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Townships of which there is little to tell, or very much: the workbook opens and says what is the case. */
@Order(1)
class OddTownReportTest {
    private static final LocalDate AS_OF = LocalDate.of(2025, 2, 10);
    private static final String LONG = "青溪镇经济发展与社会事务综合服务中心";

    private SmallTown town;

    @BeforeEach
    void makeTheTown(@TempDir Path folder) {
        town = new SmallTown(folder);
    }

    @AfterEach
    void close() {
        town.close();
    }

    @ParameterizedTest
    @EnumSource(Lang.class)
    void saysWhoIsMissingWhenNobodyHasReported(Lang lang) {
        try (var book = write("2025-01", lang)) {
            holdsNoError(book);
            drawsNoEmptyChart(book);
        }
        try (var book = write("2025-01", Lang.ZH)) {
            assertThat(book.texts()).contains("应报 4 份，实报 0 份，缺报 4 份。", "1. 4 份报表缺报（社会办、东村、南村等4个单位），合计数不含这些单位，请催报。");
            assertThat(book.row("首页", "缴费人数（实报0/3）")).startsWith("缴费人数（实报0/3）", "人", "—");
        }
    }

    @Test
    void countsWorkingDaysInItsFormulasAndSaysOfWhichYearsItKnows() {
        town.withTable(
                        "holidays.csv",
                        "date,day,label\n2025-01-01,off,元旦\n2025-01-28,off,春节\n2025-01-29,off,春节\n"
                                + "2025-01-30,off,春节\n2025-01-31,off,春节\n2025-01-26,work,春节\n")
                .with(
                        "indicators.csv",
                        "人,village.payers,0",
                        "人,\"village.payers/WORKDAYS(DATE(2025,1,1),DATE(2025,1,31))\",2");
        town.sendAll("2025-01", 38);

        try (var book = write("2025-01", Lang.ZH)) {
            holdsNoError(book);
            assertThat(book.cellOf("首页", "缴费人数", 2).getNumericCellValue()).isEqualTo(6.0);
            assertThat(book.workbook().isSheetHidden(book.workbook().getSheetIndex("holidays")))
                    .isTrue();
            assertThat(book.texts())
                    .contains("12. 工作日按 holidays.csv 计：周一至周五，除去放假的，加上调休上班的周末，首尾两天都算。表里有的年份：2025。")
                    .noneMatch(t -> t.contains("算到该年工作日的关系不判定"));
        }
        try (var book = write("2026-01", Lang.ZH)) {
            assertThat(book.texts()).contains("13. holidays.csv 没有2026年的放假和上班日：算到该年工作日的关系不判定。请按国务院办公厅的放假通知补上。");
        }
    }

    @Test
    void showsTheOnlyReturnThatCame() {
        town.send("v02", "village", "2025-01", Map.of("payers", 7, "residents", 300));

        try (var book = write("2025-01", Lang.ZH)) {
            holdsNoError(book);
            drawsNoEmptyChart(book);
            assertThat(book.cellOf("首页", "缴费人数（实报1/3）", 2).getNumericCellValue())
                    .isEqualTo(7);
            assertThat(book.texts()).contains("应报 4 份，实报 1 份，缺报 3 份。");
        }
    }

    @Test
    void countsNothingWhenEveryReturnWasSentBack() {
        List.of("v01", "v02", "v03")
                .forEach(v -> town.send(v, "village", "2025-01", Map.of("payers", 5), Disposition.REJECTED));
        town.send("d01", "social", "2025-01", Map.of("cases", 5), Disposition.REJECTED);

        try (var book = write("2025-01", Lang.ZH)) {
            holdsNoError(book);
            drawsNoEmptyChart(book);
            assertThat(book.texts())
                    .contains("应报 4 份，实报 0 份，退回 4 份。")
                    .contains("1. 4 份报表因错误退回（社会办、东村、南村等4个单位），尚未改正重报。");
        }
    }

    @Test
    void comparesTheFirstMonthWithNothing() {
        town.sendAll("2025-01", 10);

        try (var book = write("2025-01", Lang.ZH)) {
            holdsNoError(book);
            drawsNoEmptyChart(book);
            assertThat(book.row("首页", "缴费人数")).startsWith("缴费人数", "人", "'主要指标'!$C$5 = 30", "无上期数", "无同期数", "30");
            assertThat(book.texts()).contains("单位类型").doesNotContain("月份");
        }
    }

    @Test
    void showsNoProgressTowardsATargetOfZero() {
        town.with("indicators.csv", ",up,1200,", ",up,0,").sendAll("2025-01", 10);

        try (var book = write("2025-01", Lang.ZH)) {
            holdsNoError(book);
            assertThat(book.row("主要指标", "缴费人数")).doesNotContain("∞", "100");
        }
    }

    @Test
    void holdsFourHundredUnitsWithLongNames() {
        IntStream.rangeClosed(1, 395)
                .forEach(i -> town.withLine(
                        "units.csv",
                        "w%03d,%s第%d村民委员会,Village Committee No. %d of the Service Centre,village,xiaohe,village,,,,"
                                .formatted(i, LONG, i, i)));
        town.sendAll("2025-01", 3).run("2025-01").sendAll("2025-02", 4);

        try (var book = write("2025-02", Lang.ZH)) {
            holdsNoError(book);
            drawsNoEmptyChart(book);
            assertThat(book.cellOf("首页", "缴费人数", 2).getNumericCellValue()).isEqualTo(398 * 4);
            assertThat(book.rowOf("指标来源", "　　" + LONG + "第395村民委员会").getCell(3).getNumericCellValue())
                    .isEqualTo(4);
            assertThat(book.workbook().getSheet("单位全年")).isNotNull();
        }
    }

    @Test
    void listsNoSingleUnitsWhereThereAreMoreThanAListCanHold() {
        IntStream.rangeClosed(1, 400)
                .forEach(i -> town.withLine(
                        "units.csv", "w%03d,第%d村,Village %d,village,xiaohe,village,,,,".formatted(i, i, i)));
        town.sendAll("2025-01", 3);

        try (var book = write("2025-01", Lang.ZH)) {
            holdsNoError(book);
            assertThat(book.sheets()).doesNotContain("单位全年", "单位全年数据");
            assertThat(book.cell("指标来源", "A2")).isEqualTo("单位超过 400 个，这里只列到报表项目；各单位的数点数字到报表中看。");
            assertThat(book.cellOf("指标来源", "缴费人数", 3).getNumericCellValue()).isEqualTo(403 * 3);
        }
    }

    private Written write(String period, Lang lang) {
        return new Written(town.publish(period, AS_OF), town.catalogue(), lang);
    }

    private static void holdsNoError(Written book) {
        for (Sheet sheet : book.workbook()) {
            for (Row row : sheet) {
                for (Cell cell : row) {
                    CellType type = cell.getCellType() == CellType.FORMULA
                            ? cell.getCachedFormulaResultType()
                            : cell.getCellType();
                    assertThat(type)
                            .as(sheet.getSheetName() + cell.getAddress())
                            .isNotEqualTo(CellType.ERROR);
                }
            }
        }
    }

    /** Each chart has a value above 0 in one of its series. */
    private static void drawsNoEmptyChart(Written book) {
        XSSFSheet front = book.workbook().getSheet("首页") == null
                ? book.workbook().getSheetAt(0)
                : book.workbook().getSheet("首页");
        assertThat(front.getDrawingPatriarch().getCharts())
                .isNotEmpty()
                .allSatisfy(chart -> assertThat(chart.getChartSeries().stream()
                                .flatMap(data -> IntStream.range(0, data.getSeriesCount())
                                        .mapToObj(data::getSeries))
                                .flatMap(series -> IntStream.range(
                                                0, series.getValuesData().getPointCount())
                                        .mapToObj(i -> series.getValuesData().getPointAt(i))))
                        .anyMatch(value -> value != null && value.doubleValue() > 0));
    }
}
